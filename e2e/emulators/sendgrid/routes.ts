import {
  type Answer,
  type Call,
  isObject,
  jsonObject,
  looksLikeEmail,
  lower,
  text,
} from "../core/call";
import { newUuid } from "../core/ids";
import { type Asked, routesOf } from "../core/routing";
import { type Account, find, queue, type Switches } from "./account";
import { contactBody, error, jobBody, listBody, listPage } from "./bodies";

const CONTACTS_MAX = 30_000;
const EMAILS_MAX = 100;

const route = routesOf<Account, Switches>();
type Request<Params = unknown> = Asked<Account, Switches, Params>;

const marketing = [
  route("GET /marketing/lists", ({ account, call }) => listPage(account, call.query)),
  route("POST /marketing/lists", ({ account, call }) => {
    const name = text(jsonObject(call)?.name);
    if (!name) return error(400, "name is required", "name");
    if (account.lists.some((list) => list.name === name)) {
      return error(400, "a list with that name already exists", "name");
    }
    const list = { id: newUuid(), name };
    account.lists.push(list);
    return { status: 201, body: listBody(account, list) };
  }),
  route("GET /marketing/lists/:list", ({ account, params }) => {
    const list = account.lists.find(({ id }) => id === params.list);
    return list ? { status: 200, body: listBody(account, list) } : error(404, "not found");
  }),
  route("DELETE /marketing/lists/:list/contacts", (asked) => removeFromList(asked)),
  route("PUT /marketing/contacts", (asked) => upsertContacts(asked)),
  route("GET /marketing/contacts/imports/:job", ({ account, params }) => {
    const job = account.jobs.find(({ id }) => id === params.job);
    return job ? { status: 200, body: jobBody(job) } : error(404, "not found");
  }),
  route("POST /marketing/contacts/search/emails", ({ account, call }) => search(account, call)),
  route("GET /marketing/contacts/:contact", ({ account, params }) => {
    const contact = account.contacts.find(({ id }) => id === params.contact);
    return contact ? { status: 200, body: contactBody(contact) } : error(404, "not found");
  }),
];

/** A restricted key is refused by all of Marketing, and by nothing else. */
const guarded = marketing.map((entry) => ({
  ...entry,
  handle: (asked: Parameters<typeof entry.handle>[0]) =>
    asked.switches.marketingAccess ? entry.handle(asked) : error(403, "access forbidden"),
}));

export const routes = [
  route("GET /scopes", ({ switches }) => {
    const allowed = switches.marketingAccess ? ["marketing.read", "marketing.update"] : [];
    return { status: 200, body: { scopes: ["mail.send", "2fa_required", ...allowed] } };
  }),
  route("GET /asm/suppressions/global/:email", ({ account, params }) => {
    const email = lower(params.email);
    const body = account.suppressed.includes(email) ? { recipient_email: email } : {};
    return { status: 200, body };
  }),
  ...guarded,
];

function upsertContacts({ account, call, switches }: Request): Answer {
  const { contacts, list_ids: lists = [] } = jsonObject(call) ?? {};
  if (!Array.isArray(contacts) || contacts.length === 0) {
    return error(400, "contacts is required", "contacts");
  }
  if (contacts.length > CONTACTS_MAX) return error(400, "too many contacts", "contacts");
  const known = account.lists.map(({ id }) => id);
  if (!Array.isArray(lists) || !lists.every((id) => known.includes(id))) {
    return error(400, "one or more list ids are invalid", "list_ids");
  }
  const given = contacts.map((contact) => (isObject(contact) ? contact : {}));
  const wrong = given.findIndex(({ email }) => !looksLikeEmail(email));
  if (wrong >= 0) {
    const email = text(given[wrong]?.email) ?? "";
    return error(400, `email '${email}' is not valid`, `contacts[${wrong}].email`);
  }
  const wanted = given.map((contact) => ({
    email: lower(text(contact.email) ?? ""),
    firstName: text(contact.first_name),
    lastName: text(contact.last_name),
  }));
  const work = { type: "upsert" as const, contacts: wanted, lists };
  return { status: 202, body: { job_id: queue(account, work, call.at, switches.jobDelayMs) } };
}

function removeFromList({ account, call, params, switches }: Request<{ list: string }>): Answer {
  const ids = call.query.get("contact_ids")?.split(",").filter(Boolean) ?? [];
  if (ids.length === 0) return error(400, "contact_ids is required", "contact_ids");
  if (!account.lists.some(({ id }) => id === params.list)) return error(404, "list not found");
  const known = account.contacts.map(({ id }) => id);
  if (!ids.every((id) => known.includes(id))) return error(404, "contact not found", "contact_ids");
  const work = { type: "delete" as const, contacts: ids, list: params.list };
  return { status: 202, body: { job_id: queue(account, work, call.at, switches.jobDelayMs) } };
}

function search(account: Account, call: Call): Answer {
  const emails = jsonObject(call)?.emails;
  if (!Array.isArray(emails) || emails.length === 0) {
    return error(400, "emails is required", "emails");
  }
  if (emails.length > EMAILS_MAX) return error(400, "at most 100 emails", "emails");
  const wrong = emails.findIndex((email) => !looksLikeEmail(email));
  if (wrong >= 0) return error(400, `email '${emails[wrong]}' is not valid`, `emails[${wrong}]`);
  const found = emails.map((email) => [lower(email), find(account, email)] as const);
  if (found.every(([, contact]) => contact === undefined)) return error(404, "contacts not found");
  const entries = found.map(([email, contact]) => [
    email,
    contact ? { contact: contactBody(contact) } : { error: "contact not found" },
  ]);
  return { status: 200, body: { result: Object.fromEntries(entries) } };
}
