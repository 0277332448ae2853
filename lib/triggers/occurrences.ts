import { accessOfEvent } from "@/lib/access/queries";
import type { Tx } from "@/lib/db";
import { canonicalName } from "@/lib/easycart/event-name";
import { type Payload, parsePayload } from "@/lib/easycart/payload";
import type { ShopEvent } from "@/lib/easycart/queries";
import { endKey, isEndTrigger, localDate, purchaseKey } from "./key";
import { type Context, contextOf } from "./queries";
import type { Trigger } from "./trigger";

/** A trigger's moment in a customer's life. */
export type Occurrence = {
  trigger: Trigger;
  /** The same however often and in whatever order EasyCart tells it: what keeps a run single. */
  key: string;
  /** The trigger's own moment, from which "before" and "after" count. */
  at: Date;
  customerId: string;
  productId: string;
  accessId?: string;
  /** The shop event that told of it. */
  eventId: string;
  /** Not come yet: only what runs before it can be planned. */
  foreseen?: true;
};

/** The events that tell of a purchase, each order by one or two of them. */
export const PURCHASE_EVENTS = [
  "single_product_bought",
  "subscription_created",
  "product_assigned",
] as const;

/** What each of EasyCart's events brings about. A cancellation is no end: it only makes the end known. */
const TRIGGERS_OF_EVENT: Record<string, readonly Trigger[]> = {
  ...Object.fromEntries(PURCHASE_EVENTS.map((name) => [name, ["purchase"] as const])),
  subscription_plan_changed: ["plan_changed"],
  // The end of a subscription is the end of its access, also where EasyCart leaves it at the one event.
  subscription_expired: ["subscription_ended", "access_expired"],
  product_access_expiring: ["access_expiring"],
  product_access_expired: ["access_expired"],
};

/** The names of the events that may mean a trigger, as a store calls them. */
export function namesMeaning(trigger: Trigger, store: Names): string[] {
  if (trigger === "cart_recovery") return [canonicalName(store.cartRecoveryEvent)];
  if (trigger === "qr_scanned") return [canonicalName(store.qrScannedEvent)];
  const named = Object.entries(TRIGGERS_OF_EVENT);
  return named.filter(([, triggers]) => triggers.includes(trigger)).map(([name]) => name);
}

/**
 * What happens by an event that `applyEvent` was given before, in the same transaction. `known`: what
 * the event is about, where it was read after that.
 */
export async function occurrencesOf(
  tx: Tx,
  storeId: string,
  event: ShopEvent,
  known?: Context,
): Promise<Occurrence[]> {
  const context = known ?? (await contextOf(tx, storeId, event.id));
  const { customerId, productId, timeZone } = context;
  const triggers = triggersOf(event, context);
  if (!customerId || !productId || triggers.length === 0) return [];
  const payload = parsePayload(JSON.parse(event.raw), timeZone);
  const access = await accessOfEvent(tx, storeId, { customerId, productId }, event.id);
  const occurrences: Occurrence[] = [];
  for (const trigger of triggers) {
    const key = keyOf(trigger, event, { customerId, productId, timeZone, payload, access });
    if (key === undefined) continue;
    const { id: eventId, occurredAt: at } = event;
    occurrences.push({ trigger, key, at, customerId, productId, accessId: access?.id, eventId });
  }
  return occurrences;
}

type Names = { cartRecoveryEvent: string; qrScannedEvent: string };

function triggersOf({ name }: ShopEvent, names: Names): Trigger[] {
  const found = [...(TRIGGERS_OF_EVENT[name] ?? [])];
  if (name === canonicalName(names.cartRecoveryEvent)) found.push("cart_recovery");
  if (name === canonicalName(names.qrScannedEvent)) found.push("qr_scanned");
  return found;
}

type About = {
  customerId: string;
  productId: string;
  timeZone: string;
  payload: Payload;
  access: Awaited<ReturnType<typeof accessOfEvent>>;
};

/** Undefined: it is not that moment yet. */
function keyOf(trigger: Trigger, event: ShopEvent, about: About): string | undefined {
  if (trigger === "purchase") return keyOfPurchase(event, about);
  if (isEndTrigger(trigger)) return about.access && endKey(trigger, about.access);
  return `${trigger}:${event.id}`;
}

function keyOfPurchase(event: ShopEvent, about: About): string | undefined {
  const { customerId, productId, timeZone, payload } = about;
  // Bought for somebody else: it is theirs once it is assigned to them.
  if (payload.delegated && event.name !== "product_assigned") return undefined;
  // Without an order, the two events of a purchase have only their day in common.
  const order = payload.order ?? localDate(event.occurredAt, timeZone);
  return purchaseKey({ order, customerId, productId, variantId: payload.product.variantId });
}
