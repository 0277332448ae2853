import {
  type Answer,
  type Call,
  isObject,
  jsonObject,
  looksLikeEmail,
  lower,
  text,
} from "../core/call";
import { routesOf } from "../core/routing";
import { type Account, type Contact, find, type Switches } from "./account";
import { error, invalid } from "./errors";
import { contactBody, listed } from "./listing";

const route = routesOf<Account, Switches>();

export const contactRoutes = [
  route("GET /contacts", ({ call, account }) => contactList(account, call.query)),
  route("GET /campaigns/:campaignId/contacts", ({ call, account, params }) => {
    if (!hasCampaign(account, params.campaignId)) return error(1013, params);
    const query = new URLSearchParams(call.query);
    query.set("query[campaignId]", params.campaignId);
    return contactList(account, query);
  }),
  route("GET /contacts/:contactId", ({ account, params }) => {
    const contact = account.contacts.find(({ contactId }) => contactId === params.contactId);
    return contact ? { status: 200, body: contactBody(contact, account) } : error(1013, params);
  }),
  route("DELETE /contacts/:contactId", ({ account, params }) => {
    const contact = account.contacts.find(({ contactId }) => contactId === params.contactId);
    if (!contact) return error(1013, params);
    account.contacts = account.contacts.filter((other) => other !== contact);
    account.deleted.push({ email: contact.email, campaignId: contact.campaignId });
    return { status: 204 };
  }),
  route("POST /contacts", ({ call, account, switches }) => {
    const wanted = wantedContact(call);
    if ("status" in wanted) return wanted;
    const refused = refusal(account, wanted, switches);
    if (refused) return refused;
    account.queue.push({ ...wanted, dueAt: call.at + switches.queueDelayMs });
    return { status: 202 };
  }),
];

type Wanted = Pick<Contact, "email" | "name" | "campaignId" | "dayOfCycle">;

function wantedContact(call: Call): Wanted | Answer {
  const body = jsonObject(call);
  if (!body) return error(1003);
  const { email, name = null, campaign, dayOfCycle = null } = body;
  if (email === undefined || email === "") return error(1005, { fieldName: "email" });
  if (!looksLikeEmail(email)) return invalid("email", email, "Provided email is not valid");
  const campaignId = isObject(campaign) ? text(campaign.campaignId) : undefined;
  if (!campaignId) return error(1005, { fieldName: "campaign" });
  if (name !== null && typeof name !== "string") return error(1006, { fieldName: "name" });
  if (name !== null && (name.length < 1 || name.length > 128)) {
    return invalid("name", name, "Expected string length between 1 and 128");
  }
  const day = text(dayOfCycle) ?? null;
  if (day !== null && !/^\d{1,4}$/.test(day)) {
    return invalid("dayOfCycle", dayOfCycle, "Expected number between 0 and 9999");
  }
  return { email: lower(email), name, campaignId, dayOfCycle: day };
}

function refusal(account: Account, wanted: Wanted, switches: Switches): Answer | undefined {
  const { email, campaignId } = wanted;
  const here = (entry: { email: string; campaignId: string }) =>
    entry.email === email && entry.campaignId === campaignId;
  if (!hasCampaign(account, campaignId)) return error(1001, { campaignId });
  if (isBlocked(account, email)) return error(1002);
  if (account.undeliverable.includes(email)) {
    return error(1002, [], "Cannot add a contact that is undeliverable");
  }
  if (find(account, campaignId, email) || account.queue.some(here)) return error(1008);
  if (switches.readdAfterDelete === "refused" && account.deleted.some(here)) {
    return error(1002, [], "Cannot add a contact that was deleted");
  }
  const { contactLimit } = switches;
  return contactLimit !== null && account.contacts.length >= contactLimit ? error(1027) : undefined;
}

function isBlocked({ blocklist }: Account, email: string): boolean {
  return blocklist.includes(email) || blocklist.includes(`@${email.split("@")[1]}`);
}

function hasCampaign({ campaigns }: Account, id: string): boolean {
  return campaigns.some(({ campaignId }) => campaignId === id);
}

function contactList(account: Account, query: URLSearchParams): Answer {
  const exact = query.get("additionalFlags")?.split(",").includes("exactMatch") ?? false;
  const campaignId = query.get("query[campaignId]");
  const email = query.get("query[email]")?.toLowerCase();
  const name = query.get("query[name]")?.toLowerCase();
  const fits = (value: string, wanted: string | undefined) =>
    !wanted || (exact ? value === wanted : value.includes(wanted));
  const found = account.contacts.filter(
    (contact) =>
      (!campaignId || contact.campaignId === campaignId) &&
      fits(contact.email, email) &&
      fits((contact.name ?? "").toLowerCase(), name),
  );
  return listed(
    found.map((contact) => contactBody(contact, account)),
    query,
    "contactId",
  );
}
