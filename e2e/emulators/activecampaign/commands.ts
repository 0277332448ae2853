import { z } from "zod";
import { lower } from "../core/call";
import { iso } from "../core/clock";
import { command } from "../core/emulator";
import { type Account, find, type Status, setStatus, upsert } from "./account";

const STATUS = { unconfirmed: 0, active: 1, unsubscribed: 2, bounced: 3, removed: 91 } as const;
const NAMES = Object.fromEntries(Object.entries(STATUS).map(([name, status]) => [status, name]));

const listInput = z.strictObject({ name: z.string().min(1), id: z.string().optional() });

const addressInput = z.strictObject({
  email: z.string(),
  /** "known": a contact without a membership on this list; "absent": no such contact. */
  state: z.enum(["unconfirmed", "active", "unsubscribed", "bounced", "removed", "known", "absent"]),
  /** List id; needed for a membership. */
  list: z.string().default("1"),
  name: z.string().optional(),
});

export const addList = command(listInput, (account: Account, { name, id }, now) => {
  const highest = Math.max(0, ...account.lists.map((list) => Number(list.id)));
  const list = { id: id ?? String(highest + 1), name, createdAt: now };
  account.lists.push(list);
  return { id: list.id };
});

export const removeList = command(
  z.strictObject({ id: z.string() }),
  (account: Account, { id }) => {
    account.lists = account.lists.filter((list) => list.id !== id);
    account.memberships = account.memberships.filter(({ list }) => list !== id);
  },
);

export const setAddress = command(addressInput, (account: Account, input, now) => {
  const { state, list, name } = input;
  const email = lower(input.email);
  if (state === "absent") {
    const gone = find(account, email)?.id;
    account.contacts = account.contacts.filter(({ id }) => id !== gone);
    account.memberships = account.memberships.filter(({ contact }) => contact !== gone);
    return;
  }
  const { contact } = upsert(account, { email, firstName: name }, now);
  if (state === "known") {
    const here = (row: { contact: string; list: string }) =>
      row.contact === contact.id && row.list === list;
    account.memberships = account.memberships.filter((row) => !here(row));
  } else {
    setStatus(account, contact.id, list, STATUS[state] as Status, now);
  }
  return { id: contact.id };
});

export function view({ lists, contacts, memberships }: Account) {
  const known = new Map(contacts.map((contact) => [contact.id, contact]));
  const members = (id: string) =>
    memberships
      .filter(({ list }) => list === id)
      .map(({ contact: contactId, status, changedAt }) => {
        const { email = "", firstName = "", lastName = "" } = known.get(contactId) ?? {};
        const name = `${firstName} ${lastName}`.trim();
        return { email, name, contactId, status: NAMES[status], changedAt: iso(changedAt) };
      });
  return {
    lists: lists.map(({ id, name }) => ({ id, name, members: members(id) })),
    contacts: contacts.map(({ id, email, firstName, lastName }) => {
      return { id, email, name: `${firstName} ${lastName}`.trim() };
    }),
  };
}
