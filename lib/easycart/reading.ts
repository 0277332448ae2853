import { Temporal } from "temporal-polyfill";
import { z } from "zod";

/** Pieces that read what another system says of itself: what can't be read counts as not said. */

const MAX_TEXT = 500;
/** Neither PostgreSQL's text nor a mail header takes control characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is to be removed
const CONTROLS = /[\u0000-\u001f\u007f]+/g;

/** A text, or a number as one; empty is not said. */
export const text = z
  .union([z.string(), z.number().transform(String)])
  .transform((value) => value.replace(CONTROLS, " ").trim().slice(0, MAX_TEXT) || undefined)
  .optional()
  .catch(undefined);

export const email = text
  .transform((value) => value?.toLowerCase())
  .pipe(
    z
      .string()
      .max(320)
      .regex(/^[^\s@<>"]+@[^\s@<>"]+$/)
      .optional(),
  )
  .catch(undefined);

const YES = new Set(["true", "1", "yes", "tak"]);
const NO = new Set(["false", "0", "no", "nie"]);

export const flag = z
  .union([z.boolean(), text])
  .transform((value) => {
    if (typeof value === "boolean" || value === undefined) return value;
    if (YES.has(value.toLowerCase())) return true;
    return NO.has(value.toLowerCase()) ? false : undefined;
  })
  .optional()
  .catch(undefined);

/** Before: not a date but a mistake. After: "for ever", written as a date. */
const EARLIEST = Date.UTC(2000, 0, 1);
const LATEST = Date.UTC(2200, 0, 1);
/** Unix time in seconds stays below this until the year 5138, in milliseconds is above it since 1973. */
const SECONDS_BELOW = 100_000_000_000;

/**
 * An instant as unix seconds, unix milliseconds or ISO 8601. Without an offset it is the clock of
 * `timeZone`; a date alone lasts until its day is over, so that nothing ends early.
 */
export const instant = (timeZone: string) =>
  text.transform((value): Date | undefined => {
    if (value === undefined) return undefined;
    const ms = /^-?\d+(\.\d+)?$/.test(value) ? unixMs(Number(value)) : isoMs(value, timeZone);
    return ms !== undefined && ms >= EARLIEST && ms < LATEST ? new Date(ms) : undefined;
  });

const unixMs = (value: number) => Math.round(value < SECONDS_BELOW ? value * 1000 : value);

function isoMs(value: string, timeZone: string): number | undefined {
  try {
    if (/^\d{4}-\d{2}-\d{2}$/.test(value))
      return Temporal.PlainDate.from(value).add({ days: 1 }).toZonedDateTime(timeZone)
        .epochMilliseconds;
    if (/(z|[+-]\d{2}:?\d{2})$/i.test(value))
      return Temporal.Instant.from(value.replace(/\s+(?=[+z-][\d:]*$)/i, "")).epochMilliseconds;
    return Temporal.PlainDateTime.from(value).toZonedDateTime(timeZone).epochMilliseconds;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
