import {
  addDays,
  addHours,
  addMinutes,
  addWeeks,
  create,
} from "temporal-polyfill/fns/ZonedDateTime";
import type { Moment } from "./moment";
import { opensAt, type SendingWindow } from "./sending-window";

const NANOSECONDS_PER_MS = 1_000_000n;
const ADD = { minutes: addMinutes, hours: addHours, days: addDays, weeks: addWeeks };

/**
 * When something is due that stands `moment` away from `anchor`; null: at the anchor itself.
 * Minutes and hours are exact. Days and weeks keep the wall-clock time of `timeZone`; where a clock
 * change has skipped that time it is moved on by as much, where it comes twice the first is meant.
 */
export function dueAt(anchor: Date, moment: Moment | null, timeZone: string): Date {
  if (!moment) return anchor;
  const start = create(BigInt(anchor.getTime()) * NANOSECONDS_PER_MS, timeZone);
  const distance = moment.side === "before" ? -moment.value : moment.value;
  const due = ADD[moment.unit](start, distance);
  return new Date(Number(due.epochNanoseconds / NANOSECONDS_PER_MS));
}

export type Timing = { moment: Moment | null; sendingWindow: SendingWindow | null };

/** When a run is to happen: at its moment, or where that lies outside the sending window, as it opens next. */
export const runsAt = (anchor: Date, { moment, sendingWindow }: Timing, timeZone: string): Date =>
  opensAt(dueAt(anchor, moment, timeZone), sendingWindow, timeZone);
