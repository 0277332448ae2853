import { type Call, header } from "../core/call";
import { defineEmulator } from "../core/running";
import { type Account, type Switches, seed, settle, switches } from "./account";
import { error } from "./bodies";
import { addList, removeList, setAddress, view } from "./commands";
import { routes } from "./routes";

const MINUTE = 60_000;

/** SendGrid Marketing Campaigns. The recorded counters: contacts and searches apart from the rest. */
export const sendgrid = defineEmulator<Account, Switches>({
  id: "sendgrid",
  title: "SendGrid",
  serves: (host) => host === "api.sendgrid.com",
  base: "/v3",
  accounts: ["main"],
  seed,
  accountOf: (call) => (acceptsJson(call) ? "main" : error(406, "not acceptable")),
  credential: {
    read: (call) => /^Bearer (.+)$/i.exec(header(call, "authorization") ?? "")?.[1],
    wellFormed: (key) => /^SG\.[\w-]{16,32}\.[\w-]{32,64}$/.test(key),
    wrong: (reason) =>
      error(
        401,
        reason === "missing"
          ? "authorization required"
          : "The provided authorization grant is invalid, expired, or revoked",
      ),
  },
  limits: {
    per: "account",
    windows: ({ method, path }) => {
      if (method === "PUT" && path.endsWith("/marketing/contacts"))
        return [window("contacts", 200)];
      if (path.includes("/contacts/search")) return [window("search", 200)];
      return [window("rest", 600)];
    },
    headers: ({ limit, remaining, resetMs }) => ({
      "x-ratelimit-limit": String(limit),
      "x-ratelimit-remaining": String(remaining),
      // Seconds left, as recorded, though the documents promise a timestamp.
      "x-ratelimit-reset": String(Math.ceil(resetMs / 1000)),
    }),
    throttled: () => error(429, "too many requests"),
  },
  switches,
  settle,
  routes,
  notFound: (_, allowed) =>
    allowed.length > 0 ? error(405, "method not allowed") : error(404, "not found"),
  documented: {
    forbidden: () => error(403, "access forbidden"),
    "ip-not-allowed": () => error(403, "The requestor's IP Address is not whitelisted"),
    residency: () => error(451, "unavailable for legal reasons"),
  },
  view,
  commands: { addList, removeList, setAddress },
});

function window(name: string, requests: number) {
  return { name, requests, perMs: MINUTE };
}

function acceptsJson(call: Call): boolean {
  return /json|\*\/\*/.test(header(call, "accept") ?? "*/*");
}
