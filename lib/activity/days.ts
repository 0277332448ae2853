import { Temporal } from "temporal-polyfill";

/** When the day ("2026-11-24"), or the one `later` days after it, begins in the zone. */
export function dayStart(day: string, timeZone: string, later = 0): Date {
  const start = Temporal.PlainDate.from(day).add({ days: later }).toZonedDateTime(timeZone);
  return new Date(start.epochMilliseconds);
}

/** The same time on the clock so many days earlier, and that day's beginning. */
export function spanBefore(now: Date, timeZone: string, days: number): { from: Date; until: Date } {
  const here = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone);
  const then = here.subtract({ days });
  return {
    from: new Date(then.startOfDay().epochMilliseconds),
    until: new Date(then.epochMilliseconds),
  };
}

/** The last days of the zone up to today, "2026-11-24" the last. */
export function lastDays(now: Date, timeZone: string, count: number): string[] {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate();
  return Array.from({ length: count }, (_, at) =>
    today.subtract({ days: count - 1 - at }).toString(),
  );
}

/** The days of the zone from today on, "2026-11-24" the first. */
export function comingDays(now: Date, timeZone: string, count: number): string[] {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate();
  return Array.from({ length: count }, (_, at) => today.add({ days: at }).toString());
}

/** The moment when the zone's clock shows that time ("09:12") on that day. */
export function momentOn(day: string, time: string, timeZone: string): Date {
  return new Date(
    Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(timeZone).epochMilliseconds,
  );
}
