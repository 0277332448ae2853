import { type Answer, isObject, jsonObject, looksLikeEmail, lower, text } from "../core/call";
import { type Asked, routesOf } from "../core/routing";
import {
  type Account,
  create,
  find,
  type Group,
  nextId,
  type Switches,
  type Type,
} from "./account";
import { accountBody, error, groupBody, groupNotFound, subscriberBody } from "./bodies";

const LIMIT = 100;
const LIMIT_MAX = 5_000;

const route = routesOf<Account, Switches>();
type Request<Params> = Asked<Account, Switches, Params>;

export const routes = [
  route("GET /", ({ account }) => ({ status: 200, body: accountBody(account) })),
  route("GET /me", ({ account }) => ({ status: 200, body: accountBody(account) })),
  route("GET /settings/double_optin", ({ switches }) => ({
    status: 200,
    body: { enabled: switches.doubleOptin },
  })),
  route("GET /groups", ({ account, call }) => ({
    status: 200,
    body: paged(account.groups, call.query).map((group) => groupBody(account, group)),
  })),
  route("POST /groups", ({ account, call }) => {
    const name = text(jsonObject(call)?.name);
    if (!name) return error(400, "Group name is required");
    const group = { id: nextId(account), name, createdAt: call.at };
    account.groups.push(group);
    return { status: 201, body: groupBody(account, group) };
  }),
  route("POST /groups/search", ({ account, call }) => {
    const wanted = text(jsonObject(call)?.group_name)?.toLowerCase();
    if (!wanted) return error(400, "Group name is required");
    const found = account.groups.filter(({ name }) => name.toLowerCase().includes(wanted));
    return { status: 200, body: found.map((group) => groupBody(account, group)) };
  }),
  route("GET /groups/:group", (asked) =>
    withGroup(asked, (group) => ({ status: 200, body: groupBody(asked.account, group) })),
  ),
  route("GET /groups/:group/subscribers", (asked) =>
    withGroup(asked, ({ id }) => {
      const found = asked.account.subscribers.filter(({ groups }) => groups.includes(id));
      return { status: 200, body: paged(found, asked.call.query).map(subscriberBody) };
    }),
  ),
  route("POST /groups/:group/subscribers", (asked) =>
    withGroup(asked, (group) => add(asked, group)),
  ),
  route("DELETE /groups/:group/subscribers/:subscriber", (asked) =>
    withGroup(asked, ({ id }) => {
      const subscriber = find(asked.account, asked.params.subscriber);
      if (!subscriber?.groups.includes(id)) return error(404, "Subscriber not found", 123);
      subscriber.groups = subscriber.groups.filter((group) => group !== id);
      subscriber.updatedAt = asked.call.at;
      return { status: 204 };
    }),
  ),
  route("GET /subscribers/:subscriber", ({ account, params }) => {
    const subscriber = find(account, params.subscriber);
    if (!subscriber) return error(404, "Subscriber not found", 123);
    return { status: 200, body: subscriberBody(subscriber) };
  }),
];

function add({ account, call, switches }: Request<unknown>, group: Group): Answer {
  const { email, name, fields, resubscribe } = jsonObject(call) ?? {};
  if (!looksLikeEmail(email)) return error(400, "Invalid email address");
  if (account.blocked.includes(lower(email))) return error(400, "Email temporarily blocked");
  const entries = isObject(fields) ? Object.entries(fields) : [];
  const values = Object.fromEntries(entries.map(([key, value]) => [key, text(value) ?? ""]));
  const type: Type = switches.doubleOptin ? "unconfirmed" : "active";
  const known = find(account, email);
  const fresh = { email, name: text(name) ?? "", type, fields: {}, groups: [] };
  if (known && known.type !== "active") {
    if (resubscribe !== true) return error(400, `Subscriber type is ${known.type}`);
    known.type = type;
  }
  const subscriber = known ?? create(account, fresh, call.at);
  subscriber.name = text(name) ?? subscriber.name;
  subscriber.fields = { ...subscriber.fields, ...values };
  subscriber.groups = [...new Set([...subscriber.groups, group.id])];
  subscriber.updatedAt = call.at;
  return { status: Number(switches.addedStatus), body: subscriberBody(subscriber) };
}

function withGroup(
  { account, params }: Request<{ group: string }>,
  answer: (group: Group) => Answer,
): Answer {
  const group = account.groups.find(({ id }) => String(id) === params.group);
  return group ? answer(group) : groupNotFound();
}

/** Bare arrays: nothing says how many there are. */
function paged<Item>(items: Item[], query: URLSearchParams): Item[] {
  const offset = Math.max(0, Number(query.get("offset")) || 0);
  const limit = Math.min(LIMIT_MAX, Math.max(1, Number(query.get("limit")) || LIMIT));
  return items.slice(offset, offset + limit);
}
