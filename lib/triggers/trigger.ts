/** The seven moments of a shop's life that an automation can start from, in the order the form shows them. */
export const TRIGGERS = [
  "purchase",
  "plan_changed",
  "subscription_ended",
  "access_expiring",
  "access_expired",
  "cart_recovery",
  "qr_scanned",
] as const;

export type Trigger = (typeof TRIGGERS)[number];

/** Triggers whose moment can be known ahead, so that "before" has a meaning. */
const KNOWN_AHEAD = ["subscription_ended", "access_expiring", "access_expired"] as const;

export function mayRunBefore(trigger: Trigger): trigger is (typeof KNOWN_AHEAD)[number] {
  return KNOWN_AHEAD.some((known) => known === trigger);
}
