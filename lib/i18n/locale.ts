export const LOCALES = ["pl", "en"] as const;
export type Locale = (typeof LOCALES)[number];

export const DEFAULT_LOCALE: Locale = "pl";
/** Zone of what belongs to no store yet: sign-in, sign-up. */
export const DEFAULT_ZONE = "Europe/Warsaw";
/** Written by the panel's language menu, read for every request. */
export const LOCALE_COOKIE = "locale";

export function isLocale(value: unknown): value is Locale {
  return LOCALES.some((locale) => locale === value);
}
