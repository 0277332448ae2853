import { z } from "zod";
import { lower } from "../core/call";
import { iso } from "../core/clock";
import { command } from "../core/emulator";
import { type Account, addNewList, find, hashOf, STATUSES } from "./account";
import { setStatus } from "./members";

const listInput = z.strictObject({
  name: z.string().min(1),
  id: z.string().optional(),
  doubleOptin: z.boolean().default(false),
  requiredMergeFields: z.array(z.string()).default([]),
});

const addressInput = z.strictObject({
  email: z.string(),
  /** "fake" and "busy" hold for the whole account, the rest for one audience. */
  state: z.enum([...STATUSES, "forgotten", "absent", "fake", "busy", "trusted"]),
  /** Audience id; the first by default. */
  list: z.string().optional(),
  /** Who ended an "unsubscribed" membership. */
  by: z.enum(["contact", "admin"]).default("contact"),
  name: z.string().optional(),
});

export const addList = command(listInput, (account: Account, input, now) => ({
  id: addNewList(account, input, now).id,
}));

export const removeList = command(
  z.strictObject({ id: z.string() }),
  (account: Account, { id }) => {
    account.lists = account.lists.filter((list) => list.id !== id);
    account.members = account.members.filter(({ list }) => list !== id);
  },
);

export const setAddress = command(addressInput, (account: Account, input, now) => {
  const { state, by, name = "" } = input;
  const list = input.list ?? account.lists[0]?.id ?? "";
  const email = lower(input.email);
  const id = hashOf(email);
  if (state === "fake" || state === "busy") account.distrusted[id] = state;
  if (state === "trusted") delete account.distrusted[id];
  if (state === "fake" || state === "busy" || state === "trusted") return { id };
  const others = (entry: { list: string; email: string }) =>
    entry.list !== list || entry.email !== email;
  account.forgotten = account.forgotten.filter(others);
  const known = find(account, list, email);
  account.members = account.members.filter(others);
  if (state === "forgotten") account.forgotten.push({ list, email });
  if (state === "forgotten" || state === "absent") return { id };
  const fresh = { list, email, mergeFields: { FNAME: name }, createdAt: now };
  const member = { ...(known ?? fresh), status: state, unsubscribedBy: null, changedAt: now };
  setStatus(member, state, by);
  account.members.push(member);
  return { id };
});

export function view({ lists, members, forgotten }: Account) {
  const inList = (id: string) =>
    members
      .filter(({ list }) => list === id)
      .map(({ email, status, mergeFields, changedAt }) => {
        const name = [mergeFields.FNAME, mergeFields.LNAME].filter(Boolean).join(" ");
        return { email, name, id: hashOf(email), status, changedAt: iso(changedAt) };
      });
  return {
    lists: lists.map(({ id, name, doubleOptin }) => ({
      id,
      name,
      doubleOptin,
      members: inList(id),
    })),
    forgotten,
  };
}
