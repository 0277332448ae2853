import { header } from "../core/call";
import { routesOf } from "../core/routing";
import { defineEmulator } from "../core/running";
import { type Account, type Campaign, type Switches, seed, settle, switches } from "./account";
import { addList, removeList, setAddress, view } from "./commands";
import { contactRoutes } from "./contacts";
import { documented, error } from "./errors";
import { campaignBody, listed } from "./listing";

const MAX_HOST = /^api3\.getresponse360\.(com|pl)$/;
const HOST = "api.getresponse.com";
const PER_10_MINUTES = { name: "10min", requests: 30_000, perMs: 600_000 };
const PER_SECOND = { name: "second", requests: 80, perMs: 1_000 };

const route = routesOf<Account, Switches>();

export const getresponse = defineEmulator<Account, Switches>({
  id: "getresponse",
  title: "GetResponse",
  serves: (host) => host === HOST || MAX_HOST.test(host),
  base: "/v3",
  accounts: ["main"],
  seed,
  accountOf: (call) => {
    if (!MAX_HOST.test(call.host)) return "main";
    const domain = header(call, "x-domain");
    return domain && /^(?!www\.)([a-z0-9-]{1,63}\.)+[a-z]{2,8}$/.test(domain)
      ? domain
      : error(1024);
  },
  credential: {
    read: (call) => /^api-key (.+)$/.exec(header(call, "x-auth-token") ?? "")?.[1],
    wellFormed: (key) => /^[\w-]{8,128}$/.test(key),
    wrong: () => error(1014, { authenticationType: "auth_token" }),
  },
  limits: {
    per: "account",
    windows: () => [PER_10_MINUTES, PER_SECOND],
    concurrent: 10,
    headers: ({ limit, remaining, resetMs }) => ({
      "x-ratelimit-limit": String(limit),
      "x-ratelimit-remaining": String(remaining),
      "x-ratelimit-reset": `${Math.ceil(resetMs / 1000)} seconds`,
    }),
    throttled: ({ limit, resetMs }, reason) => {
      const seconds = Math.ceil(resetMs / 1000);
      const answer = error(1015, { currentLimit: limit, timeToReset: `${seconds} seconds` });
      // Only the short limit says Retry-After; the ten-minute one leaves it to its other headers.
      if (reason === "window" && limit === PER_10_MINUTES.requests) return answer;
      const shown = { "x-ratelimit-limit": String(limit), "x-ratelimit-remaining": "0" };
      return { ...answer, headers: { ...shown, "retry-after": String(seconds) } };
    },
  },
  switches,
  settle,
  routes: [
    route("GET /accounts", ({ account }) => ({ status: 200, body: accountBody(account) })),
    route("GET /campaigns", ({ account, call }) => {
      const name = call.query.get("query[name]")?.toLowerCase() ?? "";
      const found = account.campaigns.filter((campaign) =>
        campaign.name.toLowerCase().includes(name),
      );
      return listed(found.map(campaignBody), call.query, "campaignId");
    }),
    route("GET /campaigns/:campaignId", ({ account, params }) => {
      const campaign = account.campaigns.find(({ campaignId }) => campaignId === params.campaignId);
      return campaign ? { status: 200, body: oneCampaign(campaign) } : error(1013, params);
    }),
    ...contactRoutes,
  ],
  notFound: (call) => error(1013, { path: call.path }),
  documented,
  view,
  commands: { addList, removeList, setAddress },
});

function oneCampaign(campaign: Campaign) {
  const { optin } = campaign;
  return {
    ...campaignBody(campaign),
    optinTypes: { email: optin, api: optin, import: optin, webform: optin },
    subscriptionNotifications: { status: "disabled", recipients: [] },
    profile: { description: "", title: "", industryTagId: null, logo: null, logoLinkUrl: null },
  };
}

function accountBody({ name }: Account) {
  return {
    accountId: "VfEy1",
    email: name === "main" ? "sklep@poczta.example" : `sklep@${name}`,
    firstName: "Joanna",
    lastName: "Sklepowa",
    companyName: name === "main" ? "Szkoła Online" : name,
    phone: "",
    state: "",
    city: "Warszawa",
    street: "",
    zipCode: "",
    countryCode: { countryCodeId: "175", countryCode: "PL" },
    industryTag: null,
    numberOfEmployees: "10-50",
    timeFormat: "24h",
    timeZone: { name: "Europe/Warsaw", offset: "+01:00" },
    href: "https://api.getresponse.com/v3/accounts",
  };
}
