import { REGION } from "./format";
import type { Locale } from "./i18n/locale";

/** Where and when a date is read. */
export interface Reader {
  locale: Locale;
  /** The store's zone, never the browser's. */
  zone: string;
  now: Date;
}

const NAMED: Record<Locale, Record<number, string>> = {
  pl: { [-1]: "wczoraj", 0: "dziś", 1: "jutro" },
  en: { [-1]: "yesterday", 0: "today", 1: "tomorrow" },
};
const AT: Record<Locale, string> = { pl: "o\u00a0", en: "at\u00a0" };
const DAY_MS = 86_400_000;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making one costs a hundred times what using it does, and a page shows hundreds of dates. */
function format(
  at: Date,
  region: string,
  zone: string,
  options: Intl.DateTimeFormatOptions,
): string {
  const key = `${region} ${zone} ${JSON.stringify(options)}`;
  let made = formats.get(key);
  if (!made) {
    made = new Intl.DateTimeFormat(region, { timeZone: zone, ...options });
    formats.set(key, made);
  }
  return made.format(at);
}

/** "2026-12-08" in the zone. */
export function dayKey(at: Date, zone: string): string {
  return format(at, "en-CA", zone, { year: "numeric", month: "2-digit", day: "2-digit" });
}

function daysAhead(at: Date, { zone, now }: Reader): number {
  return Math.round((Date.parse(dayKey(at, zone)) - Date.parse(dayKey(now, zone))) / DAY_MS);
}

function yearWhenOther(at: Date, { zone, now }: Reader): { year?: "numeric" } {
  return dayKey(at, zone).slice(0, 4) === dayKey(now, zone).slice(0, 4) ? {} : { year: "numeric" };
}

/** 09:12, or 09:12:05 in a receipt. */
export function formatTime(
  at: Date,
  { locale, zone }: Omit<Reader, "now">,
  seconds = false,
): string {
  return format(at, REGION[locale], zone, {
    hour: "2-digit",
    minute: "2-digit",
    second: seconds ? "2-digit" : undefined,
    hourCycle: "h23",
  });
}

/** 8 grudnia, with the year when it differs or when asked for. */
export function formatDate(at: Date, reader: Reader, year: "other" | "always" = "other"): string {
  return format(at, REGION[reader.locale], reader.zone, {
    day: "numeric",
    month: "long",
    ...(year === "always" ? { year: "numeric" } : yearWhenOther(at, reader)),
  });
}

/** 8 gru, for tight columns. */
export function formatShortDate(at: Date, reader: Reader): string {
  return format(at, REGION[reader.locale], reader.zone, {
    day: "numeric",
    month: "short",
    ...yearWhenOther(at, reader),
  });
}

/** 8 gru 2026, of a day as `dayKey` writes it. */
export function formatDayKey(day: string, locale: Locale): string {
  const parts = { day: "numeric", month: "short", year: "numeric" } as const;
  return format(new Date(`${day}T12:00Z`), REGION[locale], "UTC", parts);
}

/** wt. */
export function formatWeekday(at: Date, { locale, zone }: Omit<Reader, "now">): string {
  return format(at, REGION[locale], zone, { weekday: "short" });
}

/** Head of a day: "dziś, wtorek, 24 listopada", "piątek, 19 lutego 2027". */
export function formatDay(at: Date, reader: Reader, year: "other" | "always" = "other"): string {
  const weekday = format(at, REGION[reader.locale], reader.zone, { weekday: "long" });
  const named = NAMED[reader.locale][daysAhead(at, reader)];
  return [named, weekday, formatDate(at, reader, year)].filter(Boolean).join(", ");
}

/** The whole moment: "wtorek, 8 grudnia, 09:12"; today and tomorrow by name before it. */
export function formatMoment(at: Date, reader: Reader, year: "other" | "always" = "other"): string {
  return `${formatDay(at, reader, year)}, ${formatTime(at, reader)}`;
}

/** "8 gru, 09:12", for tight columns. */
export function formatShortMoment(at: Date, reader: Reader): string {
  return `${formatShortDate(at, reader)}, ${formatTime(at, reader)}`;
}

/** "9 lis, 12:03:18", for receipts. */
export function formatReceiptMoment(at: Date, reader: Reader): string {
  return `${formatShortDate(at, reader)}, ${formatTime(at, reader, true)}`;
}

/** Inside a sentence: "dziś o 08:41", "8 grudnia o 09:12". */
export function formatMomentInSentence(at: Date, reader: Reader): string {
  const day = NAMED[reader.locale][daysAhead(at, reader)] ?? formatDate(at, reader);
  return `${day} ${AT[reader.locale]}${formatTime(at, reader)}`;
}
