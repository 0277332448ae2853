import { z } from "zod";
import { lower } from "../core/call";
import { iso } from "../core/clock";
import { command } from "../core/emulator";
import { opaqueId } from "../core/ids";
import { type Account, find, forget, insert } from "./account";

const listInput = z.strictObject({
  name: z.string().min(1),
  id: z.string().optional(),
  optin: z.enum(["single", "double"]).default("single"),
});

const addressInput = z.strictObject({
  email: z.string(),
  /** "pending": awaits the person's confirmation; "absent": as if never seen. */
  state: z.enum(["subscribed", "pending", "deleted", "absent", "blocked", "undeliverable"]),
  /** Campaign id; needed for subscribed, pending and deleted. */
  list: z.string().optional(),
  name: z.string().optional(),
});

export const addList = command(listInput, (account: Account, { name, id, optin }, now) => {
  account.made += 1;
  const campaignId = id ?? opaqueId(5, "campaign", account.name, name, account.made);
  account.campaigns.push({ campaignId, name, optin, isDefault: false, createdAt: now });
  return { id: campaignId };
});

export const removeList = command(
  z.strictObject({ id: z.string() }),
  (account: Account, { id }) => {
    account.campaigns = account.campaigns.filter(({ campaignId }) => campaignId !== id);
    account.contacts = account.contacts.filter(({ campaignId }) => campaignId !== id);
  },
);

export const setAddress = command(addressInput, (account: Account, input, now) => {
  const { state, list, name = null } = input;
  const email = lower(input.email);
  forget(account, email, list);
  account.blocklist = account.blocklist.filter((entry) => entry !== email);
  account.undeliverable = account.undeliverable.filter((entry) => entry !== email);
  if (state === "blocked") account.blocklist.push(email);
  if (state === "undeliverable") account.undeliverable.push(email);
  if (list === undefined) return;
  if (state === "subscribed") insert(account, list, email, name, now);
  if (state === "deleted") account.deleted.push({ email, campaignId: list });
  if (state === "pending") {
    const contact = insert(account, list, email, name, now);
    account.contacts = account.contacts.filter((other) => other !== contact);
    account.pending.push(contact);
  }
  return { contactId: find(account, list, email)?.contactId };
});

export function view(account: Account) {
  const inCampaign = (id: string) =>
    account.contacts
      .filter(({ campaignId }) => campaignId === id)
      .map(({ contactId, email, name, addedAt, dayOfCycle }) => {
        return { email, name, contactId, addedAt: iso(addedAt), dayOfCycle };
      });
  return {
    campaigns: account.campaigns.map(({ campaignId, name, isDefault, optin }) => {
      return { id: campaignId, name, isDefault, optin, contacts: inCampaign(campaignId) };
    }),
    queue: account.queue.map(({ dueAt, ...queued }) => ({ ...queued, dueAt: iso(dueAt) })),
    pending: account.pending.map(({ email, campaignId }) => ({ email, campaignId })),
    blocklist: account.blocklist.map((email) => ({ email })),
    undeliverable: account.undeliverable.map((email) => ({ email })),
    deleted: account.deleted,
  };
}
