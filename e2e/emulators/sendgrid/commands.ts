import { z } from "zod";
import { lower } from "../core/call";
import { iso } from "../core/clock";
import { command } from "../core/emulator";
import { newUuid } from "../core/ids";
import { type Account, find, upsert } from "./account";

const listInput = z.strictObject({ name: z.string().min(1), id: z.string().optional() });

const addressInput = z.strictObject({
  email: z.string(),
  /** "known": a contact, on no other list than `list`; "suppressed": globally unsubscribed. */
  state: z.enum(["known", "absent", "suppressed", "unsuppressed"]),
  list: z.string().optional(),
  name: z.string().optional(),
});

export const addList = command(listInput, (account: Account, { name, id = newUuid() }) => {
  account.lists.push({ id, name });
  return { id };
});

export const removeList = command(
  z.strictObject({ id: z.string() }),
  (account: Account, { id }) => {
    account.lists = account.lists.filter((list) => list.id !== id);
    for (const contact of account.contacts) {
      contact.lists = contact.lists.filter((list) => list !== id);
    }
  },
);

export const setAddress = command(addressInput, (account: Account, input, now) => {
  const { state, list, name: firstName } = input;
  const email = lower(input.email);
  if (state === "suppressed" || state === "unsuppressed") {
    account.suppressed = account.suppressed.filter((entry) => entry !== email);
    if (state === "suppressed") account.suppressed.push(email);
    return;
  }
  account.contacts = account.contacts.filter((contact) => contact.email !== email);
  if (state === "absent") return;
  upsert(account, { email, firstName }, list === undefined ? [] : [list], now);
  return { id: find(account, email)?.id };
});

export function view({ lists, contacts, jobs, suppressed }: Account) {
  const members = (list: string) =>
    contacts
      .filter((contact) => contact.lists.includes(list))
      .map(({ id, email, firstName, lastName, updatedAt }) => {
        const status = suppressed.includes(email) ? "suppressed" : "subscribed";
        const name = `${firstName} ${lastName}`.trim();
        return { email, name, id, status, changedAt: iso(updatedAt) };
      });
  return {
    lists: lists.map(({ id, name }) => ({ id, name, members: members(id) })),
    contacts: contacts.map(({ id, email, lists: on }) => ({ id, email, lists: on })),
    jobs: jobs.map(({ id, status, work, dueAt }) => {
      return { id, status, type: work.type, dueAt: iso(dueAt) };
    }),
    suppressed: suppressed.map((email) => ({ email })),
  };
}
