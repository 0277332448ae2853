import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SignInForm } from "@/components/auth/sign-in-form";
import { TextLink } from "@/components/ui/text-link";
import { safeNext } from "@/lib/auth/next-path";
import { currentMember } from "@/lib/auth/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth");
  return { title: t("signIn.title") };
}

type Props = { searchParams: Promise<{ next?: string | string[] }> };

export default async function SignInPage({ searchParams }: Props) {
  const { next: asked } = await searchParams;
  const next = safeNext(typeof asked === "string" ? asked : undefined);
  if (await currentMember()) redirect(next);
  const t = await getTranslations("auth");
  return (
    <>
      <h1 className="text-title">{t("signIn.title")}</h1>
      <p className="mt-1 mb-6 text-ink-2">{t("signIn.lead")}</p>
      <SignInForm next={next} />
      <p className="mt-6 text-ink-2">
        {t("signIn.noAccount")}{" "}
        <TextLink href={next === "/" ? "/sign-up" : `/sign-up?next=${encodeURIComponent(next)}`}>
          {t("signIn.toSignUp")}
        </TextLink>
      </p>
    </>
  );
}
