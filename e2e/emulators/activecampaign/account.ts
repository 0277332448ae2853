import { z } from "zod";
import { lower } from "../core/call";
import { listNames } from "../seed/list-names";
import { bounced, type Person, people, SEEDED_AT, unsubscribed } from "../seed/people";

export type List = { id: string; name: string; createdAt: number };
export type Contact = {
  id: string;
  email: string;
  firstName: string;
  lastName: string;
  phone: string;
  createdAt: number;
  updatedAt: number;
};

/** 0 unconfirmed, 1 active, 2 unsubscribed, 3 bounced, 91 removed by the old API's overwrite. */
export type Status = 0 | 1 | 2 | 3 | 91;
export type Membership = {
  id: string;
  contact: string;
  list: string;
  status: Status;
  changedAt: number;
  sourceid: string;
};

/** One ActiveCampaign account: its own host, its own ids, its own five requests a second. */
export type Account = {
  name: string;
  made: number;
  lists: List[];
  contacts: Contact[];
  memberships: Membership[];
};

export const switches = z.strictObject({
  /** Subscribing to an unknown list or contact: the documents know only `400 {}`. */
  unknownId: z.enum(["404", "400"]).default("404"),
});
export type Switches = z.output<typeof switches>;

const LISTS = 28;
const KNOWN = ["Lista Mailingowa", "Absolwenci — jesień 2026", "Kurs „Pierwszy sklep online”"];

export function seed(name: string): Account {
  const account: Account = { name, made: 0, lists: [], contacts: [], memberships: [] };
  for (const [index, listName] of listNames(LISTS, KNOWN).entries()) {
    account.lists.push({ id: String(index + 1), name: listName, createdAt: SEEDED_AT });
  }
  const join = (person: Person, list: string, status: Status) =>
    setStatus(account, upsert(account, person, SEEDED_AT).contact.id, list, status, SEEDED_AT);
  for (const person of people) join(person, "1", 1);
  join(unsubscribed, "1", 2);
  join(bounced, "1", 3);
  return account;
}

export function find(account: Account, email: string): Contact | undefined {
  return account.contacts.find((contact) => contact.email === lower(email));
}

export function membership(account: Account, contact: string, list: string) {
  return account.memberships.find((row) => row.contact === contact && row.list === list);
}

/** Creates the contact or changes what is given of it. */
export function upsert(
  account: Account,
  given: Partial<Contact> & { email: string },
  now: number,
): { contact: Contact; created: boolean } {
  const email = lower(given.email);
  const known = find(account, email);
  if (known) {
    known.firstName = given.firstName ?? known.firstName;
    known.lastName = given.lastName ?? known.lastName;
    known.phone = given.phone ?? known.phone;
    known.updatedAt = now;
    return { contact: known, created: false };
  }
  const { firstName = "", lastName = "", phone = "" } = given;
  const dates = { createdAt: now, updatedAt: now };
  const contact = { id: nextId(account), email, firstName, lastName, phone, ...dates };
  account.contacts.push(contact);
  return { contact, created: true };
}

/** There is one row for a contact and a list; it is set, never added twice. */
export function setStatus(
  account: Account,
  contact: string,
  list: string,
  status: Status,
  now: number,
): Membership {
  const known = membership(account, contact, list);
  if (!known) {
    const row = { id: nextId(account), contact, list, status, changedAt: now, sourceid: "3" };
    account.memberships.push(row);
    return row;
  }
  // 4 is the vendor's mark for somebody brought back after unsubscribing.
  if (known.status === 2 && status === 1) known.sourceid = "4";
  known.status = status;
  known.changedAt = now;
  return known;
}

function nextId(account: Account): string {
  account.made += 1;
  return String(account.made);
}
