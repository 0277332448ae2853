import type { Answer } from "../core/call";
import { sqlSeconds } from "../core/clock";
import type { Account, Group, Status, Subscriber } from "./account";

const ORIGIN = "https://connect.mailerlite.com/api";
const GROUPS_PER_PAGE = 100;
const SUBSCRIBERS_PER_PAGE = 25;
const PER_PAGE_MAX = 1_000;

export function groupBody(account: Account, { id, name, createdAt }: Group) {
  const members = account.subscribers.filter(
    ({ groups, deletedAt }) => deletedAt === null && groups.includes(id),
  );
  const count = (status: Status) => members.filter((member) => member.status === status).length;
  return {
    id,
    name,
    active_count: count("active"),
    sent_count: 0,
    opens_count: 0,
    open_rate: { float: 0, string: "0%" },
    clicks_count: 0,
    click_rate: { float: 0, string: "0%" },
    unsubscribed_count: count("unsubscribed"),
    unconfirmed_count: count("unconfirmed"),
    bounced_count: count("bounced"),
    junk_count: count("junk"),
    created_at: sqlSeconds(createdAt),
  };
}

/** Lists leave the groups out; a single subscriber has them. */
export function subscriberBody(account: Account, subscriber: Subscriber, withGroups = true) {
  const { id, email, status, fields, createdAt, updatedAt, unsubscribedAt } = subscriber;
  const body = {
    id,
    email,
    status,
    source: "api",
    sent: 0,
    opens_count: 0,
    clicks_count: 0,
    open_rate: 0,
    click_rate: 0,
    ip_address: null,
    subscribed_at: status === "unconfirmed" ? null : sqlSeconds(createdAt),
    unsubscribed_at: unsubscribedAt === null ? null : sqlSeconds(unsubscribedAt),
    created_at: sqlSeconds(createdAt),
    updated_at: sqlSeconds(updatedAt),
    fields,
    opted_in_at: null,
    optin_ip: null,
  };
  if (!withGroups) return body;
  const groups = account.groups.filter((group) => subscriber.groups.includes(group.id));
  return { ...body, groups: groups.map((group) => groupBody(account, group)) };
}

/** Pages with numbers: groups. */
export function groupPage(account: Account, found: Group[], query: URLSearchParams): Answer {
  const path = `${ORIGIN}/groups`;
  const perPage = perPageOf(query, GROUPS_PER_PAGE);
  const page = Math.max(1, Number(query.get("page")) || 1);
  const last = Math.max(1, Math.ceil(found.length / perPage));
  const start = (page - 1) * perPage;
  const shown = found.slice(start, start + perPage);
  const link = (number: number) =>
    number >= 1 && number <= last ? `${path}?page=${number}` : null;
  const numbered = Array.from({ length: last }, (_, index) => ({
    url: link(index + 1),
    label: String(index + 1),
    active: index + 1 === page,
  }));
  const body = {
    data: shown.map((group) => groupBody(account, group)),
    links: { first: link(1), last: link(last), prev: link(page - 1), next: link(page + 1) },
    meta: {
      current_page: page,
      from: shown.length > 0 ? start + 1 : null,
      last_page: last,
      links: [
        { url: link(page - 1), label: "&laquo; Previous", active: false },
        ...numbered,
        { url: link(page + 1), label: "Next &raquo;", active: false },
      ],
      path,
      per_page: perPage,
      to: shown.length > 0 ? start + shown.length : null,
      total: found.length,
    },
  };
  return { status: 200, body };
}

/** Pages with cursors: subscribers and members of a group. */
export function subscriberPage(
  account: Account,
  found: Subscriber[],
  query: URLSearchParams,
  resource: string,
): Answer {
  const path = `${ORIGIN}/${resource}`;
  const perPage = perPageOf(query, SUBSCRIBERS_PER_PAGE);
  const start = offsetOf(query.get("cursor"));
  const shown = found.slice(start, start + perPage);
  const next = start + perPage < found.length ? cursorOf(start + perPage) : null;
  const previous = start > 0 ? cursorOf(Math.max(0, start - perPage)) : null;
  const link = (cursor: string | null) => (cursor === null ? null : `${path}?cursor=${cursor}`);
  const body = {
    data: shown.map((subscriber) => subscriberBody(account, subscriber, false)),
    links: { first: null, last: null, prev: link(previous), next: link(next) },
    meta: { path, per_page: perPage, next_cursor: next, prev_cursor: previous },
  };
  return { status: 200, body };
}

function perPageOf(query: URLSearchParams, usual: number): number {
  return Math.min(PER_PAGE_MAX, Math.max(1, Number(query.get("limit")) || usual));
}

function cursorOf(offset: number): string {
  return Buffer.from(JSON.stringify({ offset })).toString("base64url");
}

function offsetOf(cursor: string | null): number {
  const digits = /\d+/.exec(Buffer.from(cursor ?? "", "base64url").toString())?.[0];
  return Number(digits ?? 0);
}
