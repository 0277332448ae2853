import { LOCALE_NAMES, LOCALES, type Locale } from "@/lib/i18n/locale";

interface Props {
  locale: Locale;
  chooseLocale(locale: Locale): Promise<void>;
}

/** For whoever has no menu yet: the panel's other languages, each in its own words. */
export function OtherLanguages({ locale, chooseLocale }: Props) {
  return LOCALES.filter((other) => other !== locale).map((other) => (
    <form key={other} action={chooseLocale.bind(null, other)}>
      <button type="submit" lang={other} className="link h-11 px-2">
        {LOCALE_NAMES[other]}
      </button>
    </form>
  ));
}
