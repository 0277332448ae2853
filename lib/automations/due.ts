import { Temporal } from "temporal-polyfill";
import type { Moment } from "./moment";

/**
 * When something is due that stands `moment` away from `anchor`; null: at the anchor itself.
 * Minutes and hours are exact. Days and weeks keep the wall-clock time of `timeZone`; where a clock
 * change has skipped that time it is moved on by as much, where it comes twice the first is meant.
 */
export function dueAt(anchor: Date, moment: Moment | null, timeZone: string): Date {
  if (!moment) return anchor;
  const start = Temporal.Instant.fromEpochMilliseconds(anchor.getTime()).toZonedDateTimeISO(
    timeZone,
  );
  const sign = moment.side === "before" ? -1 : 1;
  const due = start.add({ [moment.unit]: sign * moment.value });
  return new Date(due.epochMilliseconds);
}
