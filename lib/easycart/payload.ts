import { z } from "zod";
import { canonicalName } from "./event-name";
import { email, flag, instant, text } from "./reading";

export type Person = {
  email?: string;
  name?: string;
  firstName?: string;
  lastName?: string;
  easycartId?: string;
};

/** What a shop event says, whatever way it says it. What it does not say is undefined. */
export type Payload = {
  /** As `canonicalName` writes it. */
  name: string;
  /** When it happened in the shop. */
  at?: Date;
  /** Whom it is about: who got the product, else who bought it. */
  person: Person;
  buyer: Person;
  /** The address before a change of the customer's data. */
  formerEmail?: string;
  order?: string;
  /** Bought for somebody else. */
  delegated: boolean;
  product: { id?: string; name?: string; variantId?: string; variantName?: string };
  plan?: string;
  newPlan?: string;
  /** As received: EasyCart does not say whether these are złote or grosze. */
  amount?: string;
  currency?: string;
  quantity?: string;
  language?: string;
  isSubscription?: boolean;
  /** Cancelled, though it may last until the end of its period. */
  canceled?: boolean;
  periodEnd?: Date;
  renewsAt?: Date;
  trialEndsAt?: Date;
  expiresAt?: Date;
  /** The checkout session that cart recovery brought back. */
  recoveredCart?: string;
};

const record = z.record(z.string(), z.unknown()).catch({});

/** The first of several names under which something was said. */
function first<T>(piece: z.ZodType<T>, source: Record<string, unknown>, names: string[]) {
  for (const name of names) {
    const value = piece.parse(source[name]);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** Leaves out what is not said, so that one reading can complete another. */
function said<T extends object>(values: T): T {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as T;
}

function personOf(source: Record<string, unknown>, prefix: string): Person {
  const named = (...names: string[]) => names.map((name) => `${prefix}${name}`);
  const firstName = first(text, source, named("first_name", "firstname"));
  const lastName = first(text, source, named("last_name", "lastname"));
  const joined = [firstName, lastName].filter(Boolean).join(" ") || undefined;
  return said({
    email: first(email, source, named("email", "email_address", "mail")),
    name: first(text, source, named("name", "full_name", "fullname")) ?? joined,
    firstName,
    lastName,
    easycartId: first(text, source, named("id")),
  });
}

function buyerOf(source: Record<string, unknown>): Person {
  const nested = record.parse(source.customer);
  const bare = said({ email: first(email, source, ["email", "user_email", "buyer_email"]) });
  return { ...bare, ...personOf(nested, ""), ...personOf(source, "customer_") };
}

/** `assignee` is documented as an object; its fields' names are not. */
function assigneeOf(source: Record<string, unknown>): Person | undefined {
  const nested = record.parse(source.assignee);
  const person = {
    ...said({ email: email.parse(source.assignee) }),
    ...personOf(source, "assignee_"),
    ...personOf(nested, "customer_"),
    ...personOf(nested, ""),
  };
  return person.email ? person : undefined;
}

/** Names and number of the buyer are the assignee's only where both are one person. */
function completed(assignee: Person, buyer: Person): Person {
  if (assignee.email !== buyer.email) return assignee;
  return { ...buyer, ...assignee, ...said({ easycartId: buyer.easycartId }) };
}

function productOf(source: Record<string, unknown>): Payload["product"] {
  const nested = record.parse(source.product);
  const variant = record.parse(source.variant);
  return said({
    id: first(text, source, ["product_id", "product_uuid"]) ?? first(text, nested, ["id", "uuid"]),
    name:
      first(text, source, ["product_name", "product_title", "product"]) ??
      first(text, nested, ["name", "title"]),
    variantId: first(text, source, ["variant_id"]) ?? first(text, variant, ["id", "uuid"]),
    variantName: first(text, source, ["variant_name"]) ?? first(text, variant, ["name"]),
  });
}

const NAME = ["event", "event_name", "event_type", "type"];
const AT = ["timestamp", "occurred_at", "created_at"];
const FORMER_EMAIL = [
  "customer_old_email",
  "old_customer_email",
  "old_email",
  "customer_previous_email",
  "previous_email",
];

/** Name, time and order of an event: all that storing it takes. */
export function parseHeader(
  value: unknown,
  timeZone: string,
): Pick<Payload, "name" | "at" | "order"> {
  const source = record.parse(value);
  return {
    name: canonicalName(first(text, source, NAME)),
    at: first(instant(timeZone), source, AT),
    order: first(text, source, ["order_uuid", "order_id", "invoice_stripe_id"]),
  };
}

/** Who bought and, where the event names somebody else, who got it. */
export function peopleIn(value: unknown): { buyer: Person; assignee?: Person } {
  const source = record.parse(value);
  return { buyer: buyerOf(source), assignee: assigneeOf(source) };
}

/** Reads a payload of EasyCart's. Never throws: an event that can't be understood is still an event. */
export function parsePayload(value: unknown, timeZone = "Europe/Warsaw"): Payload {
  const source = record.parse(value);
  const when = instant(timeZone);
  const buyer = buyerOf(source);
  const assignee = assigneeOf(source);
  return {
    ...parseHeader(source, timeZone),
    person: assignee ? completed(assignee, buyer) : buyer,
    buyer,
    formerEmail: first(email, source, FORMER_EMAIL),
    delegated: first(flag, source, ["order_delegated"]) ?? false,
    product: productOf(source),
    plan: first(text, source, ["subscription_plan_name", "plan_name", "variant_name"]),
    newPlan: first(text, source, ["subscription_new_plan_name"]),
    amount: first(text, source, ["order_amount", "amount_paid"]),
    currency: first(text, source, ["currency"])?.toUpperCase(),
    quantity: first(text, source, ["quantity"]),
    language: first(text, source, ["lang"])?.toLowerCase(),
    isSubscription: first(flag, source, ["is_subscription"]),
    canceled: first(flag, source, ["subscription_canceled", "subscription_cancelled"]),
    periodEnd: first(when, source, ["subscription_current_period_end"]),
    renewsAt: first(when, source, ["subscription_renews_at", "renewal_date"]),
    trialEndsAt: first(when, source, ["trial_ends_at"]),
    expiresAt: first(when, source, ["expiration_date", "access_expires_at", "expires_at"]),
    recoveredCart: first(text, source, ["recovered_checkout_session"]),
  };
}
