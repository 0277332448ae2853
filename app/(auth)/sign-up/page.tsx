import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SignUpForm } from "@/components/auth/sign-up-form";
import { TextLink } from "@/components/ui/text-link";
import { safeNext } from "@/lib/auth/next-path";
import { currentMember } from "@/lib/auth/session";
import { signUp } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth");
  return { title: t("signUp.title") };
}

type Props = { searchParams: Promise<{ next?: string | string[] }> };

export default async function SignUpPage({ searchParams }: Props) {
  const { next: asked } = await searchParams;
  const next = safeNext(typeof asked === "string" ? asked : undefined);
  if (await currentMember()) redirect(next);
  const t = await getTranslations("auth");
  return (
    <>
      <h1 className="text-title">{t("signUp.title")}</h1>
      <p className="mt-1 mb-6 text-pretty text-ink-2">{t("signUp.lead")}</p>
      <SignUpForm next={next} signUp={signUp} />
      <p className="mt-6 text-ink-2">
        {t("signUp.hasAccount")}{" "}
        <TextLink href={next === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(next)}`}>
          {t("signUp.toSignIn")}
        </TextLink>
      </p>
    </>
  );
}
