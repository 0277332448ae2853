import {
  addMilliseconds,
  create,
  dayOfWeek,
  getTimeZoneTransition,
  type Record as ZonedRecord,
} from "temporal-polyfill/fns/ZonedDateTime";

export const DAY_MINUTES = 1440;
const MINUTE_MS = 60_000;
const NANOSECONDS_PER_MS = 1_000_000n;

/** When runs may happen: on these days, from `from` until just before `until`, in the store's zone. */
export type SendingWindow = {
  /** 1: Monday … 7: Sunday. */
  days: number[];
  /** Minutes since midnight, as a clock on the wall shows them. */
  from: number;
  until: number;
};

/**
 * The first moment from `at` on that lies in the window: `at` itself, or the next opening. Goes by
 * the wall clock of `timeZone`, also through the hour that a clock change skips or repeats.
 */
export function opensAt(at: Date, window: SendingWindow | null, timeZone: string): Date {
  if (!window) return at;
  let moment = create(BigInt(at.getTime()) * NANOSECONDS_PER_MS, timeZone);
  for (let wait = waitAt(moment, window); wait > 0; wait = waitAt(moment, window)) {
    const next = addMilliseconds(moment, wait);
    // Up to the next change of the clock an hour of waiting is an hour on the wall; from there, reckon anew.
    const change = getTimeZoneTransition(moment, "next");
    moment = change && change.epochMilliseconds < next.epochMilliseconds ? change : next;
  }
  return new Date(moment.epochMilliseconds);
}

/** Milliseconds until the window opens that day, or until midnight; 0: it is open. */
function waitAt(moment: ZonedRecord, { days, from, until }: SendingWindow): number {
  const { hour, minute, second, millisecond } = moment;
  const since = (hour * 60 + minute) * MINUTE_MS + second * 1000 + millisecond;
  const today = days.includes(dayOfWeek(moment));
  if (today && since < from * MINUTE_MS) return from * MINUTE_MS - since;
  return today && since < until * MINUTE_MS ? 0 : DAY_MINUTES * MINUTE_MS - since;
}
