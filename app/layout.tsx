import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { isTheme, THEME_COOKIE } from "@/components/theme-cookie";
import { ToastProvider } from "@/components/ui/toast";
import { ClientWords } from "@/lib/i18n/client-words";
import { mono, sans } from "./fonts";
import "./globals.css";

export const metadata: Metadata = {
  title: { template: "%s · EasyCart", default: "EasyCart" },
  robots: { index: false },
};

export const viewport: Viewport = { colorScheme: "light dark" };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, t, jar] = await Promise.all([getLocale(), getTranslations("shell"), cookies()]);
  const theme = jar.get(THEME_COOKIE)?.value;
  const chosen = isTheme(theme) && theme !== "system" ? theme : undefined;
  return (
    <html lang={locale} data-theme={chosen} className={`${sans.variable} ${mono.variable}`}>
      <body>
        <ClientWords>
          <ToastProvider closeLabel={t("close")}>
            <div id="app">{children}</div>
          </ToastProvider>
        </ClientWords>
      </body>
    </html>
  );
}
