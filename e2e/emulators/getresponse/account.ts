import { z } from "zod";
import { lower } from "../core/call";
import { takeDue } from "../core/clock";
import { opaqueId } from "../core/ids";
import { listNames } from "../seed/list-names";
import { blocked, fullName, people, SEEDED_AT, unsubscribed } from "../seed/people";

export type Campaign = {
  campaignId: string;
  name: string;
  isDefault: boolean;
  optin: "single" | "double";
  createdAt: number;
};
export type Contact = {
  contactId: string;
  campaignId: string;
  email: string;
  name: string | null;
  dayOfCycle: string | null;
  addedAt: number;
};
type Queued = Omit<Contact, "contactId" | "addedAt"> & { dueAt: number };

/** One GetResponse account. An address is unique within a campaign, not within the account. */
export type Account = {
  name: string;
  made: number;
  campaigns: Campaign[];
  contacts: Contact[];
  queue: Queued[];
  /** Waits for the person's confirmation: seen by nobody until then. */
  pending: Contact[];
  /** Addresses, or whole domains as `@domain`. */
  blocklist: string[];
  undeliverable: string[];
  deleted: { email: string; campaignId: string }[];
};

export const switches = z.strictObject({
  /** From the 202 until the contact can be found. Real accounts: seconds to minutes. */
  queueDelayMs: z.int().nonnegative().default(300),
  /** "drop": what was accepted never appears. */
  queue: z.enum(["apply", "drop"]).default("apply"),
  /** Whether a contact deleted from a campaign may come back. The vendor's pages disagree. */
  readdAfterDelete: z.enum(["accepted", "refused"]).default("accepted"),
  /** Contacts the plan allows; beyond it adding answers code 1027. */
  contactLimit: z.int().nonnegative().nullable().default(null),
});
export type Switches = z.output<typeof switches>;

const CAMPAIGNS = 134;
const KNOWN = ["Lista Mailingowa", "Absolwenci — jesień 2026", "Zapisy z potwierdzeniem"];

export function seed(name: string): Account {
  const campaigns = listNames(CAMPAIGNS, KNOWN).map(
    (campaignName, index): Campaign => ({
      campaignId: opaqueId(5, "campaign", name, campaignName),
      name: campaignName,
      isDefault: index === 0,
      optin: index === 2 ? "double" : "single",
      createdAt: SEEDED_AT - index * 86_400_000,
    }),
  );
  const account: Account = {
    name,
    made: 0,
    campaigns,
    contacts: [],
    queue: [],
    pending: [],
    blocklist: [blocked.email],
    undeliverable: [unsubscribed.email],
    deleted: [],
  };
  for (const [index, campaign] of campaigns.slice(0, 2).entries()) {
    for (const person of people.slice(index)) {
      insert(account, campaign.campaignId, person.email, fullName(person), SEEDED_AT);
    }
  }
  return account;
}

/** The contact of one address in one campaign, among those that can be found. */
export function find(account: Account, campaignId: string, email: string): Contact | undefined {
  return account.contacts.find(
    (contact) => contact.campaignId === campaignId && contact.email === lower(email),
  );
}

export function insert(
  account: Account,
  campaignId: string,
  email: string,
  name: string | null,
  now: number,
  dayOfCycle: string | null = null,
): Contact {
  const contact = newContact(account, { campaignId, email: lower(email), name, dayOfCycle }, now);
  account.contacts.push(contact);
  return contact;
}

/** Takes an address out of a campaign, or out of all, in whatever state it is there. */
export function forget(account: Account, email: string, campaignId?: string): void {
  const others = (entry: { email: string; campaignId: string }) =>
    entry.email !== lower(email) || (campaignId !== undefined && entry.campaignId !== campaignId);
  account.contacts = account.contacts.filter(others);
  account.queue = account.queue.filter(others);
  account.pending = account.pending.filter(others);
  account.deleted = account.deleted.filter(others);
}

export function settle(account: Account, now: number, { queue }: Switches): void {
  for (const { dueAt, ...wanted } of takeDue(account.queue, now)) {
    const campaign = account.campaigns.find(({ campaignId }) => campaignId === wanted.campaignId);
    if (queue === "drop" || !campaign) continue;
    const contact = newContact(account, wanted, dueAt);
    (campaign.optin === "double" ? account.pending : account.contacts).push(contact);
  }
}

function newContact(
  account: Account,
  wanted: Omit<Contact, "contactId" | "addedAt">,
  addedAt: number,
): Contact {
  account.made += 1;
  return { contactId: opaqueId(5, "contact", account.name, account.made), ...wanted, addedAt };
}
