import { cookies } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { DEFAULT_LOCALE, DEFAULT_ZONE, isLocale, LOCALE_COOKIE } from "./locale";
import { loadMessages } from "./messages";

export default getRequestConfig(async ({ locale: asked }) => {
  const chosen = asked ?? (await cookies()).get(LOCALE_COOKIE)?.value;
  const locale = isLocale(chosen) ? chosen : DEFAULT_LOCALE;
  return { locale, messages: await loadMessages(locale), timeZone: DEFAULT_ZONE };
});
