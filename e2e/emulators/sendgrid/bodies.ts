import type { Answer } from "../core/call";
import { isoSeconds } from "../core/clock";
import type { Account, Contact, Job, List } from "./account";

const ORIGIN = "https://api.sendgrid.com/v3/marketing";
const PAGE_SIZE = 100;
const PAGE_SIZE_MAX = 1_000;

export function error(status: number, message: string, field: string | null = null): Answer {
  return { status, body: { errors: [{ message, field, help: null }] } };
}

export function listBody({ contacts }: Account, { id, name }: List) {
  const members = contacts.filter(({ lists }) => lists.includes(id));
  return {
    id,
    name,
    contact_count: members.length,
    _metadata: { self: `${ORIGIN}/lists/${id}` },
  };
}

export function listPage(account: Account, query: URLSearchParams): Answer {
  const size = query.get("page_size") ?? String(PAGE_SIZE);
  const pageSize = Number(size);
  if (!Number.isInteger(pageSize) || pageSize < 1 || pageSize > PAGE_SIZE_MAX) {
    return error(400, "page_size must be between 1 and 1000", "page_size");
  }
  const start = Number(Buffer.from(query.get("page_token") ?? "", "base64url").toString()) || 0;
  const url = (token: number) =>
    `${ORIGIN}/lists?page_size=${pageSize}&page_token=${Buffer.from(String(token)).toString("base64url")}`;
  const end = start + pageSize;
  const more = end < account.lists.length;
  const body = {
    result: account.lists.slice(start, end).map((list) => listBody(account, list)),
    _metadata: { self: url(start), ...(more && { next: url(end) }), count: account.lists.length },
  };
  return { status: 200, body };
}

export function contactBody({ id, email, firstName, lastName, lists, ...dates }: Contact) {
  return {
    id,
    email,
    alternate_emails: [],
    first_name: firstName,
    last_name: lastName,
    address_line_1: "",
    address_line_2: "",
    city: "",
    state_province_region: "",
    country: "",
    postal_code: "",
    phone_number: "",
    whatsapp: "",
    line: "",
    facebook: "",
    unique_name: "",
    list_ids: lists,
    segment_ids: null,
    custom_fields: {},
    created_at: isoSeconds(dates.createdAt),
    updated_at: isoSeconds(dates.updatedAt),
    _metadata: { self: `${ORIGIN}/contacts/${id}` },
  };
}

export function jobBody({ id, status, work, startedAt, dueAt, ...counts }: Job) {
  const failed = status === "errored" || status === "failed";
  return {
    id,
    status,
    job_type: work.type,
    results: {
      requested_count: work.contacts.length,
      created_count: counts.created,
      updated_count: counts.updated,
      deleted_count: counts.deleted,
      errored_count: counts.errored,
      errors_url: failed ? `${ORIGIN}/contacts/imports/${id}/errors` : "",
    },
    started_at: isoSeconds(startedAt),
    finished_at: status === "pending" ? null : isoSeconds(dueAt),
  };
}
