import { z } from "zod";
import { lower } from "../core/call";
import { iso } from "../core/clock";
import { command } from "../core/emulator";
import { type Account, create, find, nextId, type Subscriber, TYPES } from "./account";

const listInput = z.strictObject({ name: z.string().min(1), id: z.int().optional() });

const addressInput = z.strictObject({
  email: z.string(),
  /** "blocked": refused for now; any other state lifts that. */
  state: z.enum([...TYPES, "blocked", "absent"]),
  /** Group id to be in besides. */
  list: z.coerce.number().int().optional(),
  name: z.string().default(""),
});

export const addList = command(listInput, (account: Account, { name, id }, now) => {
  const group = { id: id ?? nextId(account), name, createdAt: now };
  account.groups.push(group);
  return { id: group.id };
});

export const removeList = command(
  z.strictObject({ id: z.coerce.number().int() }),
  (account: Account, { id }) => {
    account.groups = account.groups.filter((group) => group.id !== id);
    for (const subscriber of account.subscribers) {
      subscriber.groups = subscriber.groups.filter((group) => group !== id);
    }
  },
);

export const setAddress = command(addressInput, (account: Account, input, now) => {
  const { state, list, name } = input;
  const email = lower(input.email);
  account.blocked = account.blocked.filter((entry) => entry !== email);
  if (state === "blocked") account.blocked.push(email);
  if (state === "blocked") return;
  if (state === "absent") {
    account.subscribers = account.subscribers.filter((subscriber) => subscriber.email !== email);
    return;
  }
  const fresh = { email, name, type: state, fields: {}, groups: [] };
  const subscriber = find(account, email) ?? create(account, fresh, now);
  subscriber.type = state;
  subscriber.updatedAt = now;
  if (list !== undefined) subscriber.groups = [...new Set([...subscriber.groups, list])];
  return { id: subscriber.id };
});

export function view({ groups, subscribers, blocked }: Account) {
  const shown = ({ id, email, name, fields, type, updatedAt }: Subscriber) => {
    const fullName = [name, fields.last_name].filter(Boolean).join(" ");
    return { email, name: fullName, id, status: type, changedAt: iso(updatedAt) };
  };
  return {
    groups: groups.map(({ id, name }) => {
      const members = subscribers.filter((subscriber) => subscriber.groups.includes(id)).map(shown);
      return { id, name, members };
    }),
    subscribers: subscribers.map((subscriber) => ({
      ...shown(subscriber),
      groups: subscriber.groups,
    })),
    blocked: blocked.map((email) => ({ email })),
  };
}
