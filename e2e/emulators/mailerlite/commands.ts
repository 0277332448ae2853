import { z } from "zod";
import { lower } from "../core/call";
import { iso } from "../core/clock";
import { command } from "../core/emulator";
import { type Account, create, find, nextId, STATUSES, type Subscriber } from "./account";

const listInput = z.strictObject({ name: z.string().min(1), id: z.string().optional() });

const addressInput = z.strictObject({
  email: z.string(),
  /** "deleted" can come back as the same subscriber; "absent" was never there. */
  state: z.enum([...STATUSES, "deleted", "absent"]),
  /** Group id to be in besides; none leaves the groups as they are. */
  list: z.string().optional(),
  name: z.string().optional(),
});

export const addList = command(listInput, (account: Account, { name, id }, now) => {
  const group = { id: id ?? nextId(account), name, createdAt: now };
  account.groups.push(group);
  return { id: group.id };
});

export const removeList = command(
  z.strictObject({ id: z.string() }),
  (account: Account, { id }) => {
    account.groups = account.groups.filter((group) => group.id !== id);
    for (const subscriber of account.subscribers) {
      subscriber.groups = subscriber.groups.filter((group) => group !== id);
    }
  },
);

export const setAddress = command(addressInput, (account: Account, input, now) => {
  const { state, list, name = null } = input;
  const email = lower(input.email);
  if (state === "absent") {
    account.subscribers = account.subscribers.filter((subscriber) => subscriber.email !== email);
    return;
  }
  const subscriber =
    find(account, email) ??
    create(account, { email, status: "active", fields: { name }, groups: [] }, now);
  if (list) subscriber.groups = [...new Set([...subscriber.groups, list])];
  if (state === "deleted") subscriber.deletedAt = now;
  else subscriber.status = state;
  subscriber.unsubscribedAt = state === "unsubscribed" ? now : null;
  return { id: subscriber.id };
});

export function view({ groups, subscribers }: Account) {
  const present = subscribers.filter(({ deletedAt }) => deletedAt === null);
  const shown = ({ id, email, status, fields, updatedAt }: Subscriber) => {
    const name = [fields.name, fields.last_name].filter(Boolean).join(" ");
    return { email, name, id, status, changedAt: iso(updatedAt) };
  };
  return {
    groups: groups.map(({ id, name }) => {
      const members = present.filter((subscriber) => subscriber.groups.includes(id)).map(shown);
      return { id, name, members };
    }),
    subscribers: present.map((subscriber) => ({ ...shown(subscriber), groups: subscriber.groups })),
  };
}
