import { dueAt } from "@/lib/automations/due";
import type { Payload } from "@/lib/easycart/payload";
import { EXPIRING_BEFORE } from "./expiring";

/** What an event can mean for an access, in the order in which events of one second are read. */
export const FACT_KINDS = [
  "bought",
  "assigned",
  "renewed",
  "resumed",
  "plan_changed",
  "canceled",
  "deleted",
  "expiring",
  "subscription_expired",
  "expired",
] as const;

export type FactKind = (typeof FACT_KINDS)[number];

const KIND_OF_EVENT: Record<string, FactKind> = {
  single_product_bought: "bought",
  subscription_created: "bought",
  product_assigned: "assigned",
  subscription_renewed: "renewed",
  subscription_resumed: "resumed",
  subscription_plan_changed: "plan_changed",
  subscription_canceled: "canceled",
  subscription_deleted: "deleted",
  product_access_expiring: "expiring",
  subscription_expired: "subscription_expired",
  product_access_expired: "expired",
};

/** The events that say something of an access. */
export const LEDGER_EVENTS = Object.keys(KIND_OF_EVENT);

/** One event's part in the story of a customer's accesses to a product. */
export type Fact = {
  eventId: string;
  /** Tells events of one second and kind apart, the same way whoever comes first. */
  key: string;
  kind: FactKind;
  at: Date;
  order?: string;
  plan?: string;
  subscription: boolean;
  /** Whether the subscription is cancelled, where the event says so. */
  canceled?: boolean;
  /** The end that the event tells outright. */
  expiresAt?: Date;
  /** The end of the paid period: an end of the access only once the subscription is cancelled. */
  periodEnd?: Date;
  /** The end by the product's access length. */
  limit?: Date;
};

type Told = { id: string; key: string; name: string; occurredAt: Date };
type Product = { kind: string; accessDays: number | null };

/** What an event says of an access; undefined: nothing. */
export function factOf(
  event: Told,
  payload: Payload,
  product: Product,
  timeZone: string,
): Fact | undefined {
  const kind = KIND_OF_EVENT[event.name];
  // Whoever buys for somebody else has no access: it comes with the assignment.
  if (!kind || (kind === "bought" && payload.delegated)) return undefined;
  const at = event.occurredAt;
  const { accessDays } = product;
  const granted = kind === "bought" || kind === "assigned";
  const limit = granted && accessDays ? after(at, accessDays, timeZone) : undefined;
  const soon = kind === "expiring" ? after(at, EXPIRING_BEFORE.value, timeZone) : undefined;
  return {
    eventId: event.id,
    key: event.key,
    kind,
    at,
    order: payload.order,
    plan: kind === "plan_changed" ? (payload.newPlan ?? payload.plan) : payload.plan,
    subscription:
      product.kind === "subscription" ||
      payload.isSubscription === true ||
      event.name.startsWith("subscription_"),
    canceled: payload.canceled,
    expiresAt: payload.expiresAt ?? soon,
    periodEnd: payload.periodEnd ?? payload.renewsAt ?? payload.trialEndsAt,
    limit,
  };
}

const after = (at: Date, days: number, timeZone: string) =>
  dueAt(at, { side: "after", unit: "days", value: days }, timeZone);
