/** From here on a number is an instant in seconds since 1970, not a number of seconds to wait. */
const INSTANT = 1e9;
/** No tool's word may hold a run for longer. */
const LONGEST = 86_400;

const RETRY = ["retry-after", "x-ratelimit-retry-after"];

type Headers = (name: string) => string | undefined;

/** Seconds that a tool which is down asks us to wait; undefined where it says nothing. */
export const retryAfter = (header: Headers, now: Date) => firstWait(RETRY, header, now);

/**
 * Seconds that a throttle asks us to wait. Retry-After is a number or a date; the limit's reset
 * comes as seconds, as "432 seconds", as an instant or as a date, by vendor.
 */
export const throttleWait = (header: Headers, now: Date) =>
  firstWait([...RETRY, "x-ratelimit-reset"], header, now);

function firstWait(names: string[], header: Headers, now: Date): number | undefined {
  // The vendor's own clock: ours may run differently.
  const dated = Date.parse(header("date") ?? "");
  const reference = Number.isNaN(dated) ? now.getTime() : dated;
  for (const name of names) {
    const seconds = secondsOf(header(name)?.trim() ?? "", reference);
    if (seconds !== undefined) return Math.min(LONGEST, Math.max(1, Math.ceil(seconds)));
  }
  return undefined;
}

function secondsOf(text: string, reference: number): number | undefined {
  const number = /^(\d+(?:\.\d+)?)(?:\s*s(?:ec(?:onds?)?)?)?$/i.exec(text)?.[1];
  if (number === undefined) {
    // Date.parse reads many a text as a date; a date of HTTP, or of a log, has a time of day.
    const instant = /\d:\d\d/.test(text) ? Date.parse(zoned(text)) : Number.NaN;
    return Number.isNaN(instant) ? undefined : (instant - reference) / 1000;
  }
  const value = Number(number);
  if (value < INSTANT) return value;
  const instant = value < INSTANT * 1000 ? value * 1000 : value;
  return (instant - reference) / 1000;
}

/** "2026-11-24 10:00:00" names no zone; vendors that write so mean UTC. */
const zoned = (text: string) =>
  /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(text) ? `${text.replace(" ", "T")}Z` : text;
