/** From here on a number is an instant in seconds since 1970, not a number of seconds to wait. */
const INSTANT = 1e9;
/** No tool's word may hold a run for longer. */
const LONGEST = 86_400;

/**
 * Seconds that the headers of a refusal ask us to wait. Retry-After is a number or a date; the
 * limit's reset comes as seconds, as "432 seconds", as an instant or as a date, by vendor.
 */
export function askedToWait(
  header: (name: string) => string | undefined,
  now: Date,
): number | undefined {
  // The vendor's own clock: ours may run differently.
  const dated = Date.parse(header("date") ?? "");
  const reference = Number.isNaN(dated) ? now.getTime() : dated;
  for (const name of ["retry-after", "x-ratelimit-retry-after", "x-ratelimit-reset"]) {
    const seconds = secondsOf(header(name)?.trim() ?? "", reference);
    if (seconds !== undefined) return Math.min(LONGEST, Math.max(0, Math.ceil(seconds)));
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
