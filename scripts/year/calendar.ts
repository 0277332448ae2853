import { Temporal } from "temporal-polyfill";
import type { Moment, Unit } from "./life";

const EXACT_MS: Partial<Record<Unit, number>> = { minutes: 60_000, hours: 3_600_000 };

/** `count` units later on the clock of `zone` (earlier where negative): hours are hours, days are dates. */
export function shifted(at: number, count: number, unit: Unit, zone: string): number {
  const exact = EXACT_MS[unit];
  if (exact) return at + count * exact;
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  return local
    .toPlainDateTime()
    .add({ [unit]: count })
    .toZonedDateTime(zone).epochMilliseconds;
}

export const momentOf = (at: number, moment: Moment, zone: string): number =>
  moment
    ? shifted(at, moment.side === "after" ? moment.value : -moment.value, moment.unit, zone)
    : at;

export const dateOf = (at: number, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString();

export function aMonthLater(at: number, zone: string): number {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  return local.toPlainDateTime().add({ months: 1 }).toZonedDateTime(zone).epochMilliseconds;
}
