import { type Answer, isObject, jsonObject, looksLikeEmail, text } from "../core/call";
import { routesOf } from "../core/routing";
import { type Account, membership, type Status, type Switches, setStatus, upsert } from "./account";
import { contactBody, listBody, membershipBody, userBody } from "./bodies";

const LIMIT = 20;
const LIMIT_MAX = 100;

const route = routesOf<Account, Switches>();

export const routes = [
  route("GET /users/me", ({ account }) => ok({ user: userBody(account) })),
  route("GET /lists", ({ account, call: { query } }) => {
    const wanted = query.get("filters[name]")?.toLowerCase() ?? "";
    const found = account.lists.filter(({ name }) => name.toLowerCase().includes(wanted));
    const lists = paged(found, query).map((list) => listBody(account, list));
    return ok({ lists, meta: { total: String(found.length) } });
  }),
  route("GET /lists/:id", ({ account, params }) => {
    const list = account.lists.find(({ id }) => id === params.id);
    return list ? ok({ list: listBody(account, list) }) : noResult("_List", params.id);
  }),
  route("POST /contact/sync", ({ account, call }) => {
    const given = jsonObject(call)?.contact;
    if (!isObject(given) || given.email === undefined) return { status: 400, body: {} };
    if (!looksLikeEmail(given.email)) return invalidEmail();
    const { email, firstName, lastName, phone } = given;
    const names = { firstName: text(firstName), lastName: text(lastName), phone: text(phone) };
    const { contact, created } = upsert(account, { email, ...names }, call.at);
    const shown = { ...contactBody(account, contact), email_empty: false, fieldValues: [] };
    return { status: created ? 201 : 200, body: { fieldValues: [], contact: shown } };
  }),
  route("GET /contacts", ({ account, call: { query } }) => {
    const found = account.contacts.filter((contact) => fits(account, contact, query));
    const page = { limit: limitOf(query), offset: Number(query.get("offset")) || 0 };
    const meta = { total: String(found.length), page_input: { ...NO_FILTER, ...page } };
    const contacts = paged(found, query).map((contact) => contactBody(account, contact));
    return ok({ scoreValues: [], contacts, meta });
  }),
  route("GET /contacts/:id", ({ account, params }) => {
    const contact = account.contacts.find(({ id }) => id === params.id);
    if (!contact) return noResult("Subscriber", params.id);
    return ok({ contactLists: rowsOf(account, params.id), contact: contactBody(account, contact) });
  }),
  route("GET /contacts/:id/contactLists", ({ account, params }) => {
    const known = account.contacts.some(({ id }) => id === params.id);
    if (!known) return noResult("Subscriber", params.id);
    return ok({ contactLists: rowsOf(account, params.id) });
  }),
  route("POST /contactLists", ({ account, call, switches }) => {
    const given = jsonObject(call)?.contactList;
    if (!isObject(given)) return { status: 400, body: {} };
    const [list, id, status] = [text(given.list), text(given.contact), text(given.status)];
    if (!list || !id || !/^[0-3]$/.test(status ?? "")) return { status: 400, body: {} };
    const contact = account.contacts.find((known) => known.id === id);
    const unknown = switches.unknownId === "400" ? { status: 400, body: {} } : undefined;
    if (!account.lists.some((known) => known.id === list))
      return unknown ?? noResult("_List", list);
    if (!contact) return unknown ?? noResult("Subscriber", id);
    const row = setStatus(account, id, list, Number(status) as Status, call.at);
    const contactList = { ...membershipBody(account, row, contact), status: row.status };
    return ok({ contacts: [contactBody(account, contact)], contactList });
  }),
];

const NO_FILTER = {
  segmentid: 0,
  formid: 0,
  listid: 0,
  tagid: 0,
  search: null,
  sort: null,
  seriesid: 0,
  waitid: 0,
  status: -1,
  forceQuery: 0,
};

function ok(body: unknown): Answer {
  return { status: 200, body };
}

function noResult(what: string, id: string): Answer {
  return { status: 404, body: { message: `No Result found for ${what} with id ${id}` } };
}

function invalidEmail(): Answer {
  const error = {
    title: "Contact Email Address is not valid.",
    detail: "",
    code: "email_invalid",
    source: { pointer: "/data/attributes/email" },
  };
  return { status: 422, body: { errors: [error] } };
}

function rowsOf(account: Account, id: string) {
  const contact = account.contacts.find((known) => known.id === id);
  return account.memberships
    .filter((row) => row.contact === id)
    .map((row) => membershipBody(account, row, contact));
}

function fits(
  account: Account,
  { id, email }: { id: string; email: string },
  query: URLSearchParams,
): boolean {
  const wanted = query.get("email");
  const like = query.get("email_like");
  const list = query.get("listid");
  const status = query.get("status") ?? "-1";
  if (wanted && email !== wanted.trim().toLowerCase()) return false;
  if (like && !email.includes(like.toLowerCase())) return false;
  if (!list) return true;
  const row = membership(account, id, list);
  return row !== undefined && (status === "-1" || String(row.status) === status);
}

function limitOf(query: URLSearchParams): number {
  return Math.min(LIMIT_MAX, Math.max(1, Number(query.get("limit")) || LIMIT));
}

function paged<Item>(items: Item[], query: URLSearchParams): Item[] {
  const offset = Math.max(0, Number(query.get("offset")) || 0);
  return items.slice(offset, offset + limitOf(query));
}
