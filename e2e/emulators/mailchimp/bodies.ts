import { isoSeconds } from "../core/clock";
import { hexId } from "../core/ids";
import { type Account, hashOf, type List, type Member, type Status } from "./account";

const zoned = (at: number) => isoSeconds(at, "+00:00");

export function accountBody({ dataCentre }: Account) {
  return {
    account_id: hexId(22, "account", dataCentre),
    login_id: "147258",
    account_name: "Szkoła Online",
    email: "sklep@poczta.example",
    first_name: "Joanna",
    last_name: "Sklepowa",
    username: "szkola-online",
    avatar_url: "",
    role: "owner",
    member_since: "2024-02-01T10:00:00+00:00",
    pricing_plan_type: "monthly",
    account_timezone: "Europe/Warsaw",
    account_industry: "Education",
    last_login: "2026-09-01T08:00:00+00:00",
    total_subscribers: 0,
    _links: [],
  };
}

export function listBody(account: Account, list: List) {
  const count = (status: Status) =>
    account.members.filter((member) => member.list === list.id && member.status === status).length;
  return {
    id: list.id,
    web_id: list.webId,
    name: list.name,
    contact: {
      company: "Szkoła Online",
      address1: "",
      city: "Warszawa",
      state: "",
      zip: "",
      country: "PL",
    },
    permission_reminder: "Kupiłeś nasz kurs.",
    use_archive_bar: true,
    campaign_defaults: {
      from_name: "Szkoła Online",
      from_email: "sklep@poczta.example",
      subject: "",
      language: "pl",
    },
    notify_on_subscribe: "",
    notify_on_unsubscribe: "",
    date_created: zoned(list.createdAt),
    list_rating: 0,
    email_type_option: false,
    subscribe_url_short: "",
    subscribe_url_long: "",
    beamer_address: "",
    visibility: "prv",
    double_optin: list.doubleOptin,
    has_welcome: false,
    marketing_permissions: false,
    modules: [],
    stats: {
      member_count: count("subscribed"),
      unsubscribe_count: count("unsubscribed"),
      cleaned_count: count("cleaned"),
      merge_field_count: 2,
    },
    _links: [],
  };
}

export function mergeFieldBodies(list: List) {
  return ["FNAME", "LNAME", ...list.requiredMergeFields.filter(isExtra)].map((tag, index) => ({
    merge_id: index + 1,
    tag,
    name: { FNAME: "Imię", LNAME: "Nazwisko" }[tag] ?? tag,
    type: "text",
    required: list.requiredMergeFields.includes(tag),
    default_value: "",
    public: true,
    display_order: index + 2,
    options: { size: 25 },
    help_text: "",
    list_id: list.id,
    _links: [],
  }));
}

function isExtra(tag: string): boolean {
  return tag !== "FNAME" && tag !== "LNAME";
}

export function memberBody(account: Account, member: Member) {
  const { email, status, mergeFields, list } = member;
  const id = hashOf(email);
  const name = [mergeFields.FNAME, mergeFields.LNAME].filter(Boolean).join(" ");
  const reason =
    member.unsubscribedBy === "admin"
      ? "N/A (Unsubscribed by admin)"
      : "N/A (Unsubscribed by user)";
  return {
    id,
    email_address: email,
    unique_email_id: hexId(10, "email", email),
    contact_id: hexId(32, "contact", account.dataCentre, email),
    full_name: name,
    web_id: Number.parseInt(id.slice(0, 7), 16),
    email_type: "html",
    status,
    ...(status === "unsubscribed" && { unsubscribe_reason: reason }),
    consents_to_one_to_one_messaging: true,
    merge_fields: { FNAME: "", LNAME: "", ...mergeFields },
    stats: { avg_open_rate: 0, avg_click_rate: 0 },
    ip_signup: "",
    timestamp_signup: "",
    ip_opt: "127.0.0.1",
    timestamp_opt: zoned(member.createdAt),
    member_rating: 2,
    last_changed: zoned(member.changedAt),
    language: "",
    vip: false,
    email_client: "",
    location: { latitude: 0, longitude: 0, gmtoff: 0, dstoff: 0, country_code: "", timezone: "" },
    source: "API - Generic",
    tags_count: 0,
    tags: [],
    list_id: list,
    _links: [],
  };
}
