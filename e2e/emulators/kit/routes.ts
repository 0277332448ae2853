import { type Answer, type Call, isObject, jsonObject, looksLikeEmail, text } from "../core/call";
import { routesOf } from "../core/routing";
import {
  type Account,
  create,
  findByEmail,
  nextId,
  STATES,
  type State,
  type Subscriber,
  type Switches,
  tag,
  tagging,
} from "./account";
import { accountBody, cursorPage, subscriberBody, tagBody, taggedBody } from "./bodies";

const route = routesOf<Account, Switches>();

export const routes = [
  route("GET /account", ({ account }) => ({ status: 200, body: accountBody(account) })),
  route("GET /tags", ({ account, call }) =>
    cursorPage("tags", account.tags, call.query, (entry) => {
      const count = account.taggings.filter(
        (row) => row.tag === entry.id && row.untaggedAt === null,
      );
      return { ...tagBody(entry), subscriber_count: count.length };
    }),
  ),
  route("POST /tags", ({ account, call }) => {
    const name = text(jsonObject(call)?.name)?.trim();
    if (!name) return errors(422, "Name can't be blank");
    const known = account.tags.find((entry) => entry.name.toLowerCase() === name.toLowerCase());
    if (known) return { status: 200, body: { tag: tagBody(known) } };
    const created = { id: nextId(account), name, createdAt: call.at };
    account.tags.push(created);
    return { status: 201, body: { tag: tagBody(created) } };
  }),
  route("GET /tags/:tag/subscribers", ({ account, call, params, switches }) => {
    if (!hasTag(account, params.tag)) return errors(404, "Not Found");
    const seenAt = call.at - switches.listLagMs;
    const rows = account.taggings.filter(
      (row) =>
        String(row.tag) === params.tag &&
        row.taggedAt <= seenAt &&
        (row.untaggedAt === null || row.untaggedAt > seenAt),
    );
    const found = withState(account.subscribers, call).flatMap((subscriber) => {
      const row = rows.find((entry) => entry.subscriber === subscriber.id);
      return row ? [{ id: subscriber.id, subscriber, row }] : [];
    });
    return cursorPage("subscribers", found, call.query, (item) =>
      taggedBody(item.subscriber, item.row),
    );
  }),
  route("POST /tags/:tag/subscribers", ({ account, call, params }) => {
    const email = text(jsonObject(call)?.email_address);
    if (!email)
      return errors(422, "Either subscriber id or email address is required to tag subscriber");
    return putTag(account, params.tag, findByEmail(account, email), call.at);
  }),
  route("POST /tags/:tag/subscribers/:id", ({ account, call, params }) =>
    putTag(account, params.tag, findById(account, params.id), call.at),
  ),
  route("DELETE /tags/:tag/subscribers", ({ account, call, params, switches }) => {
    const email = emailOfDelete(call, switches);
    if (!email) {
      return errors(
        422,
        "Either subscriber id or email address is required to remove tag from subscriber",
      );
    }
    return takeTag(account, params.tag, findByEmail(account, email), switches, call.at);
  }),
  route("DELETE /tags/:tag/subscribers/:id", ({ account, call, params, switches }) =>
    takeTag(account, params.tag, findById(account, params.id), switches, call.at),
  ),
  route("GET /subscribers", ({ account, call, switches }) => {
    const email = call.query.get("email_address")?.trim().toLowerCase();
    const found = withState(account.subscribers, call).filter(
      (subscriber) =>
        subscriber.createdAt <= call.at - switches.listLagMs &&
        (!email || subscriber.email === email),
    );
    return cursorPage("subscribers", found, call.query, subscriberBody);
  }),
  route("POST /subscribers", ({ account, call }) => upsert(account, call)),
  route("GET /subscribers/:id", ({ account, params }) => {
    const subscriber = findById(account, params.id);
    if (!subscriber) return errors(404, "Not Found");
    return { status: 200, body: { subscriber: subscriberBody(subscriber) } };
  }),
];

export function errors(status: number, ...texts: string[]): Answer {
  return { status, body: { errors: texts } };
}

function hasTag({ tags }: Account, id: string): boolean {
  return tags.some((entry) => String(entry.id) === id);
}

function findById({ subscribers }: Account, id: string): Subscriber | undefined {
  return subscribers.find((subscriber) => String(subscriber.id) === id);
}

function withState(subscribers: Subscriber[], { query }: Call): Subscriber[] {
  const status = query.get("status") ?? "active";
  return subscribers.filter(({ state }) => status === "all" || state === status);
}

function putTag(
  account: Account,
  tagId: string,
  subscriber: Subscriber | undefined,
  now: number,
): Answer {
  if (!hasTag(account, tagId) || !subscriber) return errors(404, "Not Found");
  const { row, added } = tag(account, Number(tagId), subscriber.id, now);
  return { status: added ? 201 : 200, body: { subscriber: taggedBody(subscriber, row) } };
}

function takeTag(
  account: Account,
  tagId: string,
  subscriber: Subscriber | undefined,
  switches: Switches,
  now: number,
): Answer {
  if (!hasTag(account, tagId) || !subscriber) return errors(404, "Not Found");
  const row = tagging(account, Number(tagId), subscriber.id);
  if (row) row.untaggedAt = now;
  else if (switches.untagUntagged === "404") return errors(404, "Not Found");
  return { status: 204 };
}

/** The vendor's SDKs send JSON, an old description a form; the query is a guess of ours. */
function emailOfDelete(call: Call, { deleteEmail }: Switches): string | undefined {
  const body =
    jsonObject(call)?.email_address ?? new URLSearchParams(call.raw).get("email_address");
  const query = deleteEmail === "anywhere" ? call.query.get("email_address") : undefined;
  return text(body) ?? query ?? undefined;
}

const ASYNC_FIELDS = 10;
const ACCOUNT_FIELDS = [
  "company",
  "coupon",
  "enrolled_in_coaching",
  "how_did_you_hear_about_us",
  "interests",
  "lead_score",
  "phone_number",
  "postal_code",
  "role",
  "social_media",
  "website",
];

function upsert(account: Account, call: Call): Answer {
  const { email_address: email, first_name, state, fields = {} } = jsonObject(call) ?? {};
  if (email === undefined || email === "") return errors(422, "Email address can't be blank");
  if (!looksLikeEmail(email)) return errors(422, "Email address is invalid");
  if (state !== undefined && state !== null && !STATES.includes(state as State)) {
    return errors(422, "State is invalid");
  }
  const firstName = text(first_name);
  const given = isObject(fields) ? Object.entries(fields) : [];
  const values = Object.fromEntries(given.map(([name, value]) => [name, text(value) ?? ""]));
  const known = findByEmail(account, email);
  const subscriber =
    known ??
    create(
      account,
      { email, firstName: firstName ?? null, state: (state as State) ?? "active", fields: {} },
      call.at,
    );
  subscriber.firstName = firstName ?? subscriber.firstName;
  subscriber.fields = { ...subscriber.fields, ...values };
  if (given.length <= ASYNC_FIELDS) {
    return { status: known ? 200 : 201, body: { subscriber: subscriberBody(subscriber) } };
  }
  // Many fields are applied later: this answer still shows them empty.
  const empty = Object.fromEntries(ACCOUNT_FIELDS.map((name) => [name, null]));
  return { status: 202, body: { subscriber: { ...subscriberBody(subscriber), fields: empty } } };
}
