import { type Answer, type Call, isObject, jsonObject, looksLikeEmail, text } from "../core/call";
import { routesOf } from "../core/routing";
import {
  type Account,
  create,
  find,
  nextId,
  type Subscriber,
  type Switches,
  update,
} from "./account";
import { groupBody, groupPage, subscriberBody, subscriberPage } from "./bodies";
import { invalid, noResult } from "./errors";

const route = routesOf<Account, Switches>();

export const routes = [
  route("GET /account", ({ account }) => {
    const name = account.name === "main" ? "Szkoła Online" : account.name;
    return { status: 200, body: { data: { id: "83510", name } } };
  }),
  route("GET /groups", ({ account, call: { query } }) => {
    const wanted = query.get("filter[name]")?.toLowerCase() ?? "";
    const found = account.groups.filter(({ name }) => name.toLowerCase().includes(wanted));
    const sort = query.get("sort");
    if (sort === "name" || sort === "-name") {
      found.sort((a, b) => (sort === "name" ? 1 : -1) * a.name.localeCompare(b.name, "pl"));
    }
    return groupPage(account, found, query);
  }),
  route("POST /groups", ({ account, call }) => {
    const name = text(jsonObject(call)?.name);
    if (!name) return invalid("name", "The name field is required.");
    if (name.length > 255)
      return invalid("name", "The name must not be greater than 255 characters.");
    const group = { id: nextId(account), name, createdAt: call.at };
    account.groups.push(group);
    return { status: 201, body: { data: groupBody(account, group) } };
  }),
  route("GET /groups/:id/subscribers", ({ account, params: { id }, call: { query } }) => {
    if (!account.groups.some((group) => group.id === id)) return noResult("Group", id);
    const found = wanted(account, query).filter(({ groups }) => groups.includes(id));
    return subscriberPage(account, found, query, `groups/${id}/subscribers`);
  }),
  route("GET /subscribers", ({ account, call: { query } }) => {
    const found = wanted(account, query);
    if (query.get("limit") === "0") return { status: 200, body: { total: found.length } };
    return subscriberPage(account, found, query, "subscribers");
  }),
  route("POST /subscribers", ({ account, call, switches }) => upsert(account, call, switches)),
  route("GET /subscribers/:idOrEmail", ({ account, params }) => {
    const subscriber = find(account, params.idOrEmail);
    if (!subscriber) return noResult("Subscriber");
    return { status: 200, body: { data: subscriberBody(account, subscriber) } };
  }),
  route("POST /subscribers/:id/groups/:group", ({ account, params, switches, call }) => {
    const subscriber = find(account, params.id);
    if (!subscriber) return noResult("Subscriber", params.id);
    const group = account.groups.find(({ id }) => id === params.group);
    if (!group) return noResult("Group", params.group);
    if (isInactive(subscriber) && switches.assignInactive === "422") return inactive(subscriber);
    update(subscriber, { fields: {}, groups: [group.id] }, call.at);
    return { status: 200, body: { data: groupBody(account, group) } };
  }),
  route("DELETE /subscribers/:id/groups/:group", ({ account, params, switches, call }) => {
    const subscriber = find(account, params.id);
    if (!subscriber) return noResult("Subscriber", params.id);
    if (!account.groups.some(({ id }) => id === params.group))
      return noResult("Group", params.group);
    const isMember = subscriber.groups.includes(params.group);
    if (!isMember && switches.removeNonMember === "404") return noResult("Group", params.group);
    subscriber.groups = subscriber.groups.filter((id) => id !== params.group);
    subscriber.updatedAt = call.at;
    return { status: 204 };
  }),
];

function wanted(account: Account, query: URLSearchParams): Subscriber[] {
  const status = query.get("filter[status]");
  return account.subscribers.filter(
    (subscriber) => subscriber.deletedAt === null && (!status || subscriber.status === status),
  );
}

const DELETED_KEPT_MS = 30 * 86_400_000;

function upsert(account: Account, call: Call, { doubleOptin }: Switches): Answer {
  const { email, groups = [], fields = {} } = jsonObject(call) ?? {};
  if (email === undefined || email === "") return invalid("email", "The email field is required.");
  if (!looksLikeEmail(email)) return invalid("email", "The email must be a valid email address.");
  if (!Array.isArray(groups)) return invalid("groups", "The groups must be an array.");
  const known = account.groups.map(({ id }) => id);
  const wrong = groups.findIndex((id) => !known.includes(id));
  if (wrong >= 0) return invalid(`groups.${wrong}`, `The selected groups.${wrong} is invalid.`);
  const given = { fields: fieldsOf(fields), groups };
  const subscriber = find(account, email) ?? restored(account, email, call.at);
  if (!subscriber) {
    const status = doubleOptin ? "unconfirmed" : "active";
    const created = create(account, { email, status, ...given }, call.at);
    return { status: 201, body: { data: subscriberBody(account, created) } };
  }
  if (isInactive(subscriber)) return inactive(subscriber);
  update(subscriber, given, call.at);
  return { status: 200, body: { data: subscriberBody(account, subscriber) } };
}

function restored(account: Account, email: string, now: number): Subscriber | undefined {
  const gone = account.subscribers.find(
    (subscriber) =>
      subscriber.email === email.trim().toLowerCase() &&
      subscriber.deletedAt !== null &&
      subscriber.deletedAt > now - DELETED_KEPT_MS,
  );
  if (gone) gone.deletedAt = null;
  return gone;
}

function fieldsOf(fields: unknown): Subscriber["fields"] {
  const entries = isObject(fields) ? Object.entries(fields) : [];
  return Object.fromEntries(entries.map(([name, value]) => [name, text(value) ?? null]));
}

function isInactive({ status }: Subscriber): boolean {
  return status === "unsubscribed" || status === "bounced" || status === "junk";
}

function inactive({ id, status }: Subscriber): Answer {
  return invalid("email", `This subscriber is ${status} and cannot be imported`, {
    subscriber: id,
  });
}
