import { isoSeconds, sqlSeconds } from "../core/clock";
import { hexId } from "../core/ids";
import type { Account, Contact, List, Membership } from "./account";

const CONTACT_LINKS = [
  "bounceLogs",
  "contactAutomations",
  "contactData",
  "contactGoals",
  "contactLists",
  "contactLogs",
  "contactTags",
  "contactDeals",
  "deals",
  "fieldValues",
  "geoIps",
  "notes",
  "organization",
  "plusAppend",
  "trackingLogs",
  "scoreValues",
];

const zoned = (at: number) => isoSeconds(at, "+00:00");

function links(account: Account, path: string, names: string[]): Record<string, string> {
  const base = `https://${account.name}.api-us1.com/api/3/${path}`;
  return Object.fromEntries(names.map((name) => [name, `${base}/${name}`]));
}

export function userBody(account: Account) {
  return {
    username: "sklep",
    firstName: "Joanna",
    lastName: "Sklepowa",
    email: `sklep@${account.name}.example`,
    phone: "",
    signature: null,
    links: links(account, "users/1", ["lists", "userGroup", "configs"]),
    id: "1",
  };
}

export function listBody(account: Account, { id, name, createdAt }: List) {
  return {
    stringid: name.toLowerCase().replace(/[^a-z0-9]+/g, "-"),
    userid: "1",
    name,
    cdate: zoned(createdAt),
    private: "0",
    send_last_broadcast: "0",
    optinoptout: "1",
    sender_name: "",
    sender_url: `https://${account.name}.example`,
    sender_reminder: "Kupiłeś nasz kurs.",
    deletestamp: null,
    udate: null,
    links: links(account, `lists/${id}`, ["contactGoalLists", "user", "addressLists"]),
    id,
    user: "1",
  };
}

export function contactBody(account: Account, contact: Contact) {
  const { id, email, firstName, lastName, phone } = contact;
  return {
    cdate: zoned(contact.createdAt),
    email,
    phone,
    firstName,
    lastName,
    orgid: "0",
    segmentio_id: "",
    bounced_hard: "0",
    bounced_soft: "0",
    bounced_date: "0000-00-00",
    ip: "0",
    ua: "",
    hash: hexId(32, "contact", account.name, id),
    socialdata_lastcheck: "0000-00-00 00:00:00",
    email_local: "",
    email_domain: "",
    sentcnt: "0",
    rating_tstamp: "0000-00-00",
    gravatar: "0",
    deleted: "0",
    anonymized: "0",
    udate: zoned(contact.updatedAt),
    deleted_at: "0000-00-00 00:00:00",
    created_utc_timestamp: sqlSeconds(contact.createdAt),
    updated_utc_timestamp: sqlSeconds(contact.updatedAt),
    links: links(account, `contacts/${id}`, CONTACT_LINKS),
    id,
    organization: null,
  };
}

/** A membership as it is listed; the reply to a POST has `status` as a number instead. */
export function membershipBody(account: Account, row: Membership, contact: Contact | undefined) {
  return {
    contact: row.contact,
    list: row.list,
    form: null,
    seriesid: "0",
    sdate: zoned(row.changedAt),
    udate: zoned(row.changedAt),
    status: String(row.status),
    responder: "1",
    sync: "0",
    unsubreason: "",
    campaign: null,
    message: null,
    first_name: contact?.firstName ?? "",
    last_name: contact?.lastName ?? "",
    ip4Sub: "0",
    sourceid: row.sourceid,
    autosyncLog: null,
    ip4_last: "0",
    ip4Unsub: "0",
    unsubscribeAutomation: null,
    links: links(account, `contactLists/${row.id}`, ["automation", "list", "contact", "form"]),
    id: row.id,
    automation: null,
  };
}
