import type { Answer } from "../core/call";
import { isoSeconds } from "../core/clock";
import type { Account, Campaign, Contact } from "./account";

const PER_PAGE = 100;
const PER_PAGE_MAX = 1_000;

/** A bare array; how many there are stands in the headers. */
export function listed<Item extends object>(
  items: Item[],
  query: URLSearchParams,
  id: keyof Item,
): Answer {
  const page = Math.max(1, Number(query.get("page")) || 1);
  const asked = Number(query.get("perPage")) || PER_PAGE;
  const perPage = Math.min(PER_PAGE_MAX, Math.max(1, asked));
  const shown = sorted(items, query).slice((page - 1) * perPage, page * perPage);
  const fields = query.get("fields")?.split(",");
  return {
    status: 200,
    headers: {
      totalcount: String(items.length),
      totalpages: String(Math.ceil(items.length / perPage)),
      currentpage: String(page),
    },
    body: fields ? shown.map((item) => only(item, [String(id), ...fields])) : shown,
  };
}

function sorted<Item extends object>(items: Item[], query: URLSearchParams): Item[] {
  const order = [...query].find(([name]) => /^sort\[\w+\]$/.test(name));
  if (!order) return items;
  const field = order[0].slice("sort[".length, -1);
  const sign = order[1].toUpperCase() === "DESC" ? -1 : 1;
  const fieldOf = (item: Item) => String(Object.entries(item).find(([key]) => key === field)?.[1]);
  return items.toSorted((a, b) => sign * fieldOf(a).localeCompare(fieldOf(b), "pl"));
}

function only(item: object, fields: string[]): object {
  return Object.fromEntries(Object.entries(item).filter(([name]) => fields.includes(name)));
}

export function campaignBody(campaign: Campaign) {
  return {
    campaignId: campaign.campaignId,
    href: `https://api.getresponse.com/v3/campaigns/${campaign.campaignId}`,
    name: campaign.name,
    techName: campaign.campaignId.toLowerCase(),
    description: null,
    languageCode: "PL",
    isDefault: String(campaign.isDefault),
    createdOn: isoSeconds(campaign.createdAt, "+0000"),
  };
}

export function contactBody(contact: Contact, { campaigns }: Account) {
  const { contactId, campaignId, email, name, dayOfCycle } = contact;
  return {
    contactId,
    href: `https://api.getresponse.com/v3/contacts/${contactId}`,
    name,
    email,
    note: null,
    origin: "api",
    dayOfCycle,
    createdOn: isoSeconds(contact.addedAt, "+0000"),
    changedOn: null,
    campaign: {
      campaignId,
      href: `https://api.getresponse.com/v3/campaigns/${campaignId}`,
      name: campaigns.find((campaign) => campaign.campaignId === campaignId)?.name ?? "",
    },
    timeZone: "Europe/Warsaw",
    ipAddress: "",
    activities: `https://api.getresponse.com/v3/contacts/${contactId}/activities`,
    scoring: null,
  };
}
