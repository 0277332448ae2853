import { dueAt } from "@/lib/automations/due";
import type { Moment } from "@/lib/automations/moment";

/** How long before its end EasyCart says that an access expires. */
export const EXPIRING_BEFORE = { side: "before", unit: "days", value: 3 } satisfies Moment;

/** The same as a plain distance: two ends no further apart are one end told twice. */
export const SAME_END_MS = EXPIRING_BEFORE.value * 86_400_000;

/** When an access that ends at `endsAt` begins to expire. */
export const expiringAt = (endsAt: Date, timeZone: string) =>
  dueAt(endsAt, EXPIRING_BEFORE, timeZone);

export const isSameEnd = (a: Date, b: Date) => Math.abs(a.getTime() - b.getTime()) <= SAME_END_MS;
