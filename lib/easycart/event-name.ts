/** The events that EasyCart documents, in the order of its own list. */
export const EVENT_NAMES = [
  "single_product_bought",
  "subscription_created",
  "product_assigned",
  "product_access_expiring",
  "product_access_expired",
  "subscription_plan_changed",
  "subscription_canceled",
  "subscription_expired",
  "subscription_renewed",
  "subscription_renewal_failed",
  "subscription_renewal_upcoming",
  "subscription_resumed",
  "subscription_deleted",
  "customer_data_changed",
] as const;

export type EventName = (typeof EVENT_NAMES)[number];

/** Names that EasyCart does not publish, as a store assumes them until it learns the real ones. */
const ASSUMED_NAMES = ["cart_recovery_started", "qr_code_scanned"] as const;

/** What a shop can be made to tell for a trial. */
export const SAMPLE_EVENTS = [...EVENT_NAMES, ...ASSUMED_NAMES] as const;

/** Long enough for any real name, short enough for a row of a list. */
const MAX_LENGTH = 100;
const NAMELESS = "unknown";

/**
 * The one way we write an event's name, however it came: `Subscription.Cancelled` and
 * `subscription_canceled` are the same. A name that we don't know stays what it is.
 */
export function canonicalName(name: string | undefined): string {
  const written = (name ?? "")
    .normalize("NFC")
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "_")
    .replace(/^_+|_+$/g, "")
    .replace("cancelled", "canceled")
    .slice(0, MAX_LENGTH);
  return written || NAMELESS;
}
