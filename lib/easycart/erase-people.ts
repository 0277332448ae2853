import { peopleIn } from "./payload";

type Json = Record<string, unknown>;

export type Erasing = {
  /** Addresses of whoever is erased, in lower case. */
  emails: ReadonlySet<string>;
  /** Whether the event is about them, whatever address it names. */
  about: boolean;
};

const ERASED = "[usunięto]";

/** What an event says of the purchase, not of a person. What is not named here, such as a phone number, counts as said of the buyer. */
const FACTS =
  /^(event|event_name|event_type|type|timestamp|occurred_at|created_at|success|is_[a-z]+|last_chance|trial_ends_at|renewal_date|expiration_date|access_expires_at|expires_at|scanned_at|next_payment_attempt|amount_paid|order_amount|order_delegated|currency|quantity|lang|product|product_[a-z]+|variant|variant_[a-z]+|plan_name|subscription_[a-z_]+|qr_scan_number|qr_credits_[a-z]+)$/;
/** The number of an order names nobody here, but EasyCart knows whose it is. */
const ORDER = /^(order_uuid|order_id|invoice_stripe_id)$/;
const ASSIGNEE = /^assignee(_|$)/;

/** The event's text without what it says of those people; of others it tells on. `nobody`: there are no others in it. */
export function withoutPerson(
  raw: string,
  { emails, about }: Erasing,
): { raw: string; nobody: boolean } {
  const payload = JSON.parse(raw) as Json;
  const { buyer, assignee } = peopleIn(payload);
  const assigneeGoes = assignee !== undefined && (about || emails.has(assignee.email ?? ""));
  const buyerGoes = isBuyer(buyer.email, { emails, about: about && !assignee });
  const nobody = buyerGoes && (!assignee || assigneeGoes);
  const stays = (key: string) => {
    if (ASSIGNEE.test(key)) return !assigneeGoes;
    if (!buyerGoes) return true;
    return FACTS.test(key) || (!nobody && ORDER.test(key));
  };
  return { raw: JSON.stringify(masked(only(payload, stays), emails)), nobody };
}

/** The event's text with facts and order alone, for when nobody is to be told of any more. */
export function withoutPeople(raw: string): string {
  const payload = JSON.parse(raw) as Json;
  return JSON.stringify(only(payload, (key) => FACTS.test(key) || ORDER.test(key)));
}

/** The event's text as far as it tells of that person: without the other one of a delegated order. */
export function onlyPerson(raw: string, { emails, about }: Erasing): string {
  const payload = JSON.parse(raw) as Json;
  const { buyer, assignee } = peopleIn(payload);
  if (!assignee) return raw;
  const isAssignee = about || emails.has(assignee.email ?? "");
  const bought = isBuyer(buyer.email, { emails, about: false });
  const stays = (key: string) => {
    if (ASSIGNEE.test(key)) return isAssignee;
    return bought || FACTS.test(key) || ORDER.test(key);
  };
  return JSON.stringify(only(payload, stays));
}

const isBuyer = (email: string | undefined, { emails, about }: Erasing) =>
  about || (email !== undefined && emails.has(email));

const only = (payload: Json, stays: (key: string) => boolean): Json =>
  Object.fromEntries(Object.entries(payload).filter(([key]) => stays(key)));

/** Addresses that stand anywhere else, such as in a note. */
function masked(value: unknown, emails: ReadonlySet<string>): unknown {
  const names = (text: string) => [...emails].some((email) => text.toLowerCase().includes(email));
  if (typeof value === "string") return names(value) ? ERASED : value;
  if (Array.isArray(value)) return value.map((item) => masked(item, emails));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !names(key))
      .map(([key, item]) => [key, masked(item, emails)]),
  );
}
