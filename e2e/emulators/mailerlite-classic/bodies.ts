import type { Answer } from "../core/call";
import { sqlSeconds } from "../core/clock";
import type { Account, Group, Subscriber, Type } from "./account";

export function error(status: number, message: string, code?: number): Answer {
  return { status, body: { error: { ...(code !== undefined && { code }), message } } };
}

export function groupNotFound(): Answer {
  return error(404, "Group not found", 123);
}

export function accountBody({ name }: Account) {
  return {
    account: {
      id: 1,
      email: "sklep@poczta.example",
      name: name === "main" ? "Szkoła Online" : name,
      from: "Szkoła Online",
      subdomain: "szkola-online",
      timezone: { id: 101, title: "", gmt: "+01:00", time: 60, timezone: "Europe/Warsaw" },
    },
  };
}

export function groupBody(account: Account, { id, name, createdAt }: Group) {
  const members = account.subscribers.filter(({ groups }) => groups.includes(id));
  const count = (type: Type) => members.filter((member) => member.type === type).length;
  return {
    id,
    name,
    total: members.length,
    active: count("active"),
    unsubscribed: count("unsubscribed"),
    bounced: count("bounced"),
    unconfirmed: count("unconfirmed"),
    junk: count("junk"),
    sent: 0,
    opened: 0,
    clicked: 0,
    date_created: sqlSeconds(createdAt),
    date_updated: sqlSeconds(createdAt),
  };
}

export function subscriberBody({
  id,
  email,
  name,
  type,
  fields,
  createdAt,
  updatedAt,
}: Subscriber) {
  const all = { email, name, last_name: "", company: "", country: "", city: "", ...fields };
  return {
    id,
    name,
    email,
    sent: 0,
    opened: 0,
    clicked: 0,
    type,
    signup_ip: null,
    signup_timestamp: null,
    confirmation_ip: null,
    confirmation_timestamp: null,
    fields: Object.entries(all).map(([key, value]) => ({ key, value, type: "TEXT" })),
    date_subscribe: type === "unconfirmed" ? null : sqlSeconds(createdAt),
    date_unsubscribe: type === "unsubscribed" ? sqlSeconds(updatedAt) : null,
    date_created: sqlSeconds(createdAt),
    date_updated: sqlSeconds(updatedAt),
  };
}
