import { z } from "zod";
import { lower } from "../core/call";
import { iso } from "../core/clock";
import { command } from "../core/emulator";
import { type Account, create, findByEmail, nextId, STATES, tag } from "./account";

const listInput = z.strictObject({ name: z.string().min(1), id: z.int().optional() });

const addressInput = z.strictObject({
  email: z.string(),
  state: z.enum([...STATES, "absent"]),
  /** Tag id to put on besides. */
  list: z.coerce.number().int().optional(),
  name: z.string().optional(),
});

export const addList = command(listInput, (account: Account, { name, id }, now) => {
  const created = { id: id ?? nextId(account), name, createdAt: now };
  account.tags.push(created);
  return { id: created.id };
});

export const removeList = command(
  z.strictObject({ id: z.coerce.number().int() }),
  (account: Account, { id }) => {
    account.tags = account.tags.filter((entry) => entry.id !== id);
    account.taggings = account.taggings.filter((row) => row.tag !== id);
  },
);

export const setAddress = command(addressInput, (account: Account, input, now) => {
  const { state, list, name: firstName = null } = input;
  const email = lower(input.email);
  const known = findByEmail(account, email);
  if (state === "absent") {
    account.subscribers = account.subscribers.filter((subscriber) => subscriber !== known);
    account.taggings = account.taggings.filter((row) => row.subscriber !== known?.id);
    return;
  }
  const subscriber = known ?? create(account, { email, firstName, state, fields: {} }, now);
  subscriber.state = state;
  if (list !== undefined) tag(account, list, subscriber.id, now);
  return { id: subscriber.id };
});

export function view({ tags, subscribers, taggings }: Account) {
  const known = new Map(subscribers.map((subscriber) => [subscriber.id, subscriber]));
  const members = (id: number) =>
    taggings
      .filter((row) => row.tag === id && row.untaggedAt === null)
      .map(({ subscriber: subscriberId, taggedAt }) => {
        const { email = "", firstName = null, state } = known.get(subscriberId) ?? {};
        return { email, name: firstName, id: subscriberId, status: state, addedAt: iso(taggedAt) };
      });
  return {
    tags: tags.map(({ id, name }) => ({ id, name, members: members(id) })),
    subscribers: subscribers.map(({ id, email, firstName, state }) => {
      return { id, email, name: firstName, state };
    }),
  };
}
