import type { Tx } from "@/lib/db";
import type { Payload, Person } from "@/lib/easycart/payload";
import type { ShopEvent } from "@/lib/easycart/queries";
import {
  type Customer,
  customerByEmail,
  customersByEasycartId,
  followContact,
  hasNewerEvent,
  insertCustomer,
  updateCustomer,
} from "./customer-queries";
import { mergeCustomer } from "./merge-queries";

const DATA_CHANGED = "customer_data_changed";

export type Found = {
  id: string;
  /** Two customers turned out to be one, so that the ledgers of both are one. */
  merged: boolean;
};

/** The customer whom an event is about, new or known; undefined when it names nobody. */
export async function customerOf(
  tx: Tx,
  storeId: string,
  event: ShopEvent,
  payload: Payload,
): Promise<Found | undefined> {
  const { person } = payload;
  const changed = event.name === DATA_CHANGED;
  const known = changed ? await changedCustomer(tx, storeId, payload) : undefined;
  if (known) return await takeOver(tx, storeId, event, known, person);
  const customer = await customerNamed(tx, storeId, event, person);
  if (!customer) return undefined;
  const current = await complete(tx, storeId, event, customer, person);
  if (changed && current !== customer) await followContact(tx, storeId, current);
  return { id: current.id, merged: false };
}

/** Whose data an event changes: EasyCart tells the former address, or only its number of the customer. */
async function changedCustomer(tx: Tx, storeId: string, { person, formerEmail }: Payload) {
  const former = formerEmail && (await customerByEmail(tx, storeId, formerEmail));
  if (former) return former;
  if (!person.easycartId) return undefined;
  const namesakes = await customersByEasycartId(tx, storeId, person.easycartId);
  return namesakes.find(({ email }) => email === person.email) ?? namesakes[0];
}

/** A customer whose data changed: a new address moves the customer, and whoever was there before joins. */
async function takeOver(
  tx: Tx,
  storeId: string,
  event: ShopEvent,
  known: Customer,
  person: Person,
): Promise<Found> {
  const at = event.occurredAt;
  const moves = person.email !== undefined && person.email !== known.email;
  const stale = await hasNewerEvent(tx, storeId, known.id, at, DATA_CHANGED);
  if (stale) return { id: known.id, merged: false };
  const twin = moves ? await customerByEmail(tx, storeId, person.email ?? "") : undefined;
  if (twin) await mergeCustomer(tx, storeId, twin.id, known.id);
  const current = await updateCustomer(tx, storeId, known.id, {
    ...namesOf(person),
    ...(moves && { email: person.email }),
  });
  await followContact(tx, storeId, current);
  return { id: known.id, merged: twin !== undefined };
}

async function customerNamed(
  tx: Tx,
  storeId: string,
  event: ShopEvent,
  person: Person,
): Promise<Customer | undefined> {
  const { email, easycartId } = person;
  const known = email && (await customerByEmail(tx, storeId, email));
  if (known) return known;
  const namesakes = easycartId ? await customersByEasycartId(tx, storeId, easycartId) : [];
  if (!email) return namesakes[0];
  // An event from before a change of address still bears the old one.
  for (const namesake of namesakes)
    if (await hasNewerEvent(tx, storeId, namesake.id, event.occurredAt, DATA_CHANGED))
      return namesake;
  const made = await insertCustomer(tx, storeId, { email, easycartId, ...namesOf(person) });
  return made ?? (await customerByEmail(tx, storeId, email));
}

type Names = Pick<Person, "name" | "firstName" | "lastName">;

/** The names that were told; nothing where nothing was. */
function namesOf({ name, firstName, lastName }: Person): Names {
  const entries = Object.entries({ name, firstName, lastName }).filter(([, value]) => value);
  return Object.fromEntries(entries);
}

/** Fills in what was not known yet, and believes the latest event where two differ. */
async function complete(
  tx: Tx,
  storeId: string,
  event: ShopEvent,
  customer: Customer,
  person: Person,
): Promise<Customer> {
  const told = { ...namesOf(person), ...(person.easycartId && { easycartId: person.easycartId }) };
  const differing = Object.entries(told).filter(
    ([field, value]) => customer[field as keyof typeof told] !== value,
  );
  if (differing.length === 0) return customer;
  const overtaken = await hasNewerEvent(tx, storeId, customer.id, event.occurredAt);
  const change = differing.filter(
    ([field]) => !overtaken || customer[field as keyof typeof told] === null,
  );
  if (change.length === 0) return customer;
  return await updateCustomer(tx, storeId, customer.id, Object.fromEntries(change));
}
