import { Temporal } from "temporal-polyfill";
import type { Trigger } from "./trigger";

/** Triggers whose moment belongs to the end of an access. */
export const END_TRIGGERS = [
  "subscription_ended",
  "access_expiring",
  "access_expired",
] as const satisfies readonly Trigger[];

export type EndTrigger = (typeof END_TRIGGERS)[number];

export const isEndTrigger = (trigger: Trigger): trigger is EndTrigger =>
  END_TRIGGERS.some((each) => each === trigger);

/** The day's date on the clock of `timeZone`: 2026-12-08. */
export const localDate = (instant: Date, timeZone: string) =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString();

type Ending = { id: string; firstTold: Date | null; timeZone: string };

/**
 * Key of what happens as an access ends. It names the end by the date first told of it: our reckoning
 * and EasyCart's word may be hours apart, and a subscription's end is told twice, yet it is one end.
 */
export function endKey(trigger: EndTrigger, { id, firstTold, timeZone }: Ending): string {
  return `${trigger}:${id}:${firstTold ? localDate(firstTold, timeZone) : "-"}`;
}

/** Order, person and product make a purchase one, though two events tell of it. */
export function purchaseKey(purchase: {
  order: string;
  customerId: string;
  productId: string;
  variantId?: string;
}): string {
  const { order, customerId, productId, variantId } = purchase;
  return ["purchase", order, customerId, productId, variantId].filter(Boolean).join(":");
}
