import type { Answer } from "../core/call";
import { isoSeconds } from "../core/clock";
import type { Account, Subscriber, Tag, Tagging } from "./account";

const PER_PAGE = 500;
const PER_PAGE_MAX = 1_000;

export function accountBody({ name }: Account) {
  return {
    user: { email: "sklep@poczta.example", id: 27 },
    account: {
      id: 27,
      name: name === "main" ? "Szkoła Online" : name,
      plan_type: "creator",
      primary_email_address: "sklep@poczta.example",
      created_at: "2024-02-01T10:00:00Z",
      timezone: {
        name: "Europe/Warsaw",
        friendly_name: "Warsaw (GMT+01:00)",
        utc_offset: "+01:00",
      },
      sending_addresses: [],
    },
  };
}

export function tagBody({ id, name, createdAt }: Tag) {
  return { id, name, created_at: isoSeconds(createdAt) };
}

export function subscriberBody({ id, email, firstName, state, fields, createdAt }: Subscriber) {
  return {
    id,
    first_name: firstName,
    email_address: email,
    state,
    created_at: isoSeconds(createdAt),
    // The account's one custom field; the vendor lists it for everybody.
    fields: { category: "", ...fields },
  };
}

export function taggedBody(subscriber: Subscriber, { taggedAt }: Tagging) {
  return { ...subscriberBody(subscriber), tagged_at: isoSeconds(taggedAt) };
}

/** Newest first; a cursor is the base64 of `[id]`. */
export function cursorPage<Item extends { id: number }>(
  name: string,
  items: Item[],
  query: URLSearchParams,
  body: (item: Item) => object,
): Answer {
  const sorted = items.toSorted((a, b) => b.id - a.id);
  const after = idOf(query.get("after"));
  const before = idOf(query.get("before"));
  const perPage = Math.min(PER_PAGE_MAX, Math.max(1, Number(query.get("per_page")) || PER_PAGE));
  const rest = sorted.filter(({ id }) => (!after || id < after) && (!before || id > before));
  const shown = before ? rest.slice(-perPage) : rest.slice(0, perPage);
  const [first, last] = [shown[0], shown.at(-1)];
  const pagination = {
    has_previous_page: first !== undefined && sorted[0]?.id !== first.id,
    has_next_page: last !== undefined && sorted.at(-1)?.id !== last.id,
    start_cursor: cursorOf(first),
    end_cursor: cursorOf(last),
    per_page: perPage,
    ...(query.get("include_total_count") === "true" && { total_count: items.length }),
  };
  return { status: 200, body: { [name]: shown.map(body), pagination } };
}

function cursorOf(item: { id: number } | undefined): string {
  return item ? Buffer.from(JSON.stringify([item.id])).toString("base64") : "";
}

function idOf(cursor: string | null): number {
  return Number(/\d+/.exec(Buffer.from(cursor ?? "", "base64").toString())?.[0] ?? 0);
}
