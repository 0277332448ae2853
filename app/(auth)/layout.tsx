import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { chooseLocale } from "@/app/preferences";
import { OtherLanguages } from "@/components/auth/other-languages";
import { PlainPage } from "@/components/plain-page";
import { ClientWords } from "@/lib/i18n/client-words";

export default async function AuthLayout({ children }: { children: ReactNode }) {
  const locale = await getLocale();
  return (
    <ClientWords areas={["auth"]}>
      <PlainPage across={<OtherLanguages locale={locale} chooseLocale={chooseLocale} />}>
        {children}
      </PlainPage>
    </ClientWords>
  );
}
