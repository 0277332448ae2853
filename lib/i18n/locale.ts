export const LOCALES = ["pl", "en"] as const;
export type Locale = (typeof LOCALES)[number];

/** Each by its own name, so that who can't read the page finds theirs. */
export const LOCALE_NAMES: Record<Locale, string> = { pl: "Polski", en: "English" };

export const DEFAULT_LOCALE: Locale = "pl";
/** Zone of what belongs to no store yet: sign-in, sign-up. */
export const DEFAULT_ZONE = "Europe/Warsaw";
/** Written where a language is chosen, read for every request. */
export const LOCALE_COOKIE = "locale";

export function isLocale(value: unknown): value is Locale {
  return LOCALES.some((locale) => locale === value);
}
