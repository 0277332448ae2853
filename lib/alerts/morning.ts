import { Temporal } from "temporal-polyfill";

const BEGINS_AT_HOUR = 7;
/** Later than that, what happened yesterday is no morning's news: the next day's letter follows. */
const ENDS_AT_HOUR = 12;

/** Whether it is the morning in the zone, and when the next one begins. */
export function morningOf(at: Date, timeZone: string): { now: boolean; next: Date } {
  const here = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone);
  const begins = here.toPlainDate().toZonedDateTime({
    timeZone,
    plainTime: Temporal.PlainTime.from({ hour: BEGINS_AT_HOUR }),
  });
  const early = here.hour < BEGINS_AT_HOUR;
  return {
    now: !early && here.hour < ENDS_AT_HOUR,
    next: new Date((early ? begins : begins.add({ days: 1 })).epochMilliseconds),
  };
}
