import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { JoinForm } from "@/components/people/join-form";
import { TextLink } from "@/components/ui/text-link";
import { ClientWords } from "@/lib/i18n/client-words";
import { hashOf } from "@/lib/people/invite";
import { findInvitation } from "@/lib/people/join-queries";
import { acceptInvitation } from "./actions";

/** The address is a secret, which other sites must not be told. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people.join");
  return { title: t("title"), referrer: "no-referrer", robots: { index: false } };
}

interface Props {
  params: Promise<{ token: string }>;
}

export default async function InvitationPage({ params }: Props) {
  const { token } = await params;
  const [invitation, t] = await Promise.all([
    findInvitation(hashOf(token)),
    getTranslations("people"),
  ]);
  if (!invitation)
    return (
      <>
        <h1 className="text-title">{t("join.gone")}</h1>
        <p className="mt-1 mb-6 text-pretty text-ink-2">{t("join.goneText")}</p>
        <TextLink href="/sign-in">{t("join.toSignIn")}</TextLink>
      </>
    );
  const { store, role, email, userId } = invitation;
  return (
    <ClientWords areas={["auth", "people"]}>
      <h1 className="text-title">{t("join.heading", { store: store.name })}</h1>
      <p className="mt-1 mb-6 text-pretty text-ink-2">
        {t("join.lead", { email, role: t(`role.${role}`) })} {t(`can.${role}`)}
      </p>
      <JoinForm token={token} email={email} known={userId !== null} accept={acceptInvitation} />
    </ClientWords>
  );
}
