import type { Locale } from "./i18n/locale";

/** Region whose habits a language brings: 24 hours, day before month. */
export const REGION: Record<Locale, string> = { pl: "pl-PL", en: "en-GB" };

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NBSP = "\u00a0";

/** 1 214, with a space that doesn't break; Polish habit would leave four digits together. */
export function formatNumber(value: number, locale: Locale, fractionDigits = 0): string {
  return new Intl.NumberFormat(REGION[locale], {
    useGrouping: "always",
    maximumFractionDigits: fractionDigits,
  }).format(value);
}

/** 297,00 zł. `minor` counts the smallest coin: 29700. */
export function formatMoney(minor: number, currency: string, locale: Locale): string {
  const format = new Intl.NumberFormat(REGION[locale], {
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
    useGrouping: "always",
  });
  return format.format(minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}

/** How long it took or waited, in its two largest units: "42 ms", "0,6 s", "2 min 5 s", "3 h 20 min", "14 dni". */
export function formatDuration(ms: number, locale: Locale): string {
  const spent = Math.max(0, ms);
  if (spent < SECOND / 10) return `${Math.round(spent)}${NBSP}ms`;
  if (spent < 10 * SECOND) return `${formatNumber(spent / SECOND, locale, 1)}${NBSP}s`;
  if (spent < MINUTE) return `${Math.round(spent / SECOND)}${NBSP}s`;
  if (spent < HOUR) return pair(spent, MINUTE, "min", SECOND, "s");
  if (spent < DAY) return pair(spent, HOUR, "h", MINUTE, "min");
  const days = new Intl.NumberFormat(REGION[locale], {
    style: "unit",
    unit: "day",
    unitDisplay: "long",
  });
  return days.format(Math.floor(spent / DAY)).replace(" ", NBSP);
}

function pair(ms: number, unit: number, name: string, part: number, partName: string): string {
  const whole = Math.floor(ms / unit);
  const rest = Math.floor((ms % unit) / part);
  return `${whole}${NBSP}${name}${rest ? ` ${rest}${NBSP}${partName}` : ""}`;
}

/** First letters of the first two words: "Pracownia Światła" → "PŚ". */
export function initials(name: string): string {
  const letters = name
    .split(/\s+/)
    .map((word) => word.match(/[\p{L}\p{N}]/u)?.[0] ?? "")
    .filter(Boolean);
  return letters.slice(0, 2).join("").toUpperCase();
}
