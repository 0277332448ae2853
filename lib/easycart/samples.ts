import { now } from "@/lib/clock";
import type { SAMPLE_EVENTS } from "./event-name";

export type SampleEvent = (typeof SAMPLE_EVENTS)[number];

export type SampleOverrides = {
  /** The event's name in the payload, where a store calls it otherwise. */
  event?: string;
  email?: string;
  name?: string;
  /** EasyCart's id of the product. Absent: the address it is posted to tells the product. */
  productId?: string;
  productName?: string;
  variantId?: string;
  plan?: string;
  newPlan?: string;
  /** The same order makes several samples one story. */
  orderId?: string;
  /** In the currency's main unit. */
  amount?: number;
  quantity?: number;
  language?: string;
  /** Who gets a product that somebody else bought; makes the order a delegated one. */
  assignee?: { email: string; name: string };
  /** The end of the access or of the paid period. */
  endsAt?: Date;
  now?: Date;
};

const DAY_MS = 86_400_000;
const PERIOD_DAYS = 30;
/** EasyCart says three days ahead that an access expires. */
const EXPIRING_DAYS = 3;

type Facts = ReturnType<typeof factsOf>;
type Json = Record<string, unknown>;

/** A payload as EasyCart documents it, with invented Polish data where nothing is given. */
export function sampleEvent(name: SampleEvent, overrides: SampleOverrides = {}): Json {
  const facts = factsOf(name, overrides);
  return {
    event: overrides.event ?? name,
    ...stateOf(name, facts),
    ...customerOf(facts),
    ...orderOf(name, facts),
    ...productOf(facts),
    ...DETAILS[name]?.(facts),
  };
}

function factsOf(name: SampleEvent, overrides: SampleOverrides) {
  const at = overrides.now ?? now();
  const days = name === "product_access_expiring" ? EXPIRING_DAYS : PERIOD_DAYS;
  return {
    email: "anna.nowak@example.com",
    name: "Anna Nowak",
    orderId: crypto.randomUUID(),
    amount: 297,
    quantity: 1,
    language: "pl",
    plan: "Miesięczny",
    newPlan: "Roczny",
    endsAt: new Date(at.getTime() + days * DAY_MS),
    isSubscription: name.startsWith("subscription_"),
    ...defined(overrides),
    at,
  };
}

const defined = (overrides: SampleOverrides): SampleOverrides =>
  Object.fromEntries(Object.entries(overrides).filter(([, value]) => value !== undefined));

const seconds = (instant: Date) => Math.floor(instant.getTime() / 1000);

/** A number of six digits that belongs to a text, as EasyCart numbers customers and orders. */
function numberOf(text: string): number {
  let hash = 0;
  for (const letter of text) hash = (Math.imul(hash, 31) + letter.charCodeAt(0)) >>> 0;
  return 100_000 + (hash % 900_000);
}

function stateOf(name: SampleEvent, facts: Facts): Json {
  const { isSubscription, at, endsAt, amount } = facts;
  const failed = name === "subscription_renewal_failed";
  const over = name === "subscription_expired" || name === "subscription_deleted";
  const canceled = name === "subscription_canceled" || over;
  return {
    timestamp: seconds(at),
    success: !failed,
    is_subscription: isSubscription,
    is_renew: name.startsWith("subscription_renew"),
    is_new: name === "single_product_bought" || name === "subscription_created",
    last_chance: false,
    error_message: failed ? "Your card has insufficient funds." : null,
    trial_ends_at: null,
    subscription_renews_at: isSubscription && !canceled ? seconds(endsAt) : null,
    subscription_canceled: canceled,
    subscription_expired: over,
    subscription_new_plan_name: null,
    amount_paid: failed ? 0 : amount,
    next_payment_attempt: failed ? seconds(new Date(at.getTime() + 3 * DAY_MS)) : null,
  };
}

function customerOf({ email, name, language, orderId }: Facts): Json {
  const [firstName, ...rest] = name.split(" ");
  return {
    invoice_stripe_id: `pi_${orderId.replaceAll("-", "").slice(0, 24)}`,
    lang: language,
    customer_name: name,
    customer_first_name: firstName,
    customer_last_name: rest.join(" "),
    customer_email: email,
    customer_id: numberOf(email),
    customer_stripe_id: `cus_${numberOf(`stripe ${email}`)}`,
  };
}

function orderOf(name: SampleEvent, { orderId, amount, quantity, assignee }: Facts): Json {
  const delegated = assignee !== undefined;
  return {
    order_id: numberOf(orderId),
    order_uuid: orderId,
    order_delegated: delegated,
    order_assign_url:
      delegated && name !== "product_assigned" ? `https://app.easycart.pl/assign/${orderId}` : null,
    order_amount: amount,
    order_has_invoice: false,
    recovered_checkout_session: null,
    currency: "pln",
    quantity,
    qr_code_image: null,
    qr_code_info: null,
    invoice_data: null,
  };
}

/** JSON leaves out what is undefined. */
function productOf({ productId, productName, variantId, isSubscription, plan }: Facts): Json {
  return {
    product_id: productId,
    product_name: productName,
    variant_id: variantId,
    variant_name: isSubscription ? plan : undefined,
    custom_params: null,
    ...(isSubscription && { subscription_plan_name: plan }),
  };
}

function assigned({ assignee, email, name }: Facts): Json {
  const person = assignee ?? { email, name };
  const [firstName, ...rest] = person.name.split(" ");
  return {
    assignee: {
      id: numberOf(person.email),
      email: person.email,
      name: person.name,
      first_name: firstName,
      last_name: rest.join(" "),
    },
  };
}

const ended = ({ at }: Facts) => ({ expiration_date: seconds(at) });

/** What an event says besides what all of them say. */
const DETAILS: Partial<Record<SampleEvent, (facts: Facts) => Json>> = {
  product_assigned: assigned,
  product_access_expiring: ({ endsAt }) => ({ expiration_date: seconds(endsAt) }),
  product_access_expired: ended,
  subscription_expired: ended,
  subscription_canceled: ({ endsAt }) => ({ subscription_current_period_end: seconds(endsAt) }),
  subscription_plan_changed: ({ plan, newPlan }) => ({
    subscription_plan_name: plan,
    subscription_new_plan_name: newPlan,
  }),
  cart_recovery_started: ({ orderId }) => ({ checkout_session: orderId }),
  qr_code_scanned: ({ at, orderId }) => ({
    scanned_at: seconds(at),
    qr_code_image: `https://app.easycart.pl/qr/${orderId}.png`,
    qr_code_info: "Ważny",
  }),
};
