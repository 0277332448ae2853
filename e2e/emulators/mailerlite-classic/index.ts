import { header } from "../core/call";
import { sqlSeconds } from "../core/clock";
import { defineEmulator } from "../core/running";
import { type Account, type Switches, seed, switches } from "./account";
import { error } from "./bodies";
import { addList, removeList, setAddress, view } from "./commands";
import { routes } from "./routes";

/** The old MailerLite, API v2. */
export const mailerliteClassic = defineEmulator<Account, Switches>({
  id: "mailerlite-classic",
  title: "MailerLite Classic",
  serves: (host) => host === "api.mailerlite.com",
  base: "/api/v2",
  accounts: ["main"],
  seed,
  accountOf: () => "main",
  credential: {
    read: (call) => header(call, "x-mailerlite-apikey"),
    // Whatever is longer is a token of the new MailerLite.
    wellFormed: (key) => /^[\w-]{16,99}$/.test(key),
    wrong: (reason) =>
      reason === "missing"
        ? error(401, "Unauthorized", 1)
        : error(401, "API-Key Unauthorized", 302),
  },
  limits: {
    per: "account",
    windows: () => [{ name: "minute", requests: 60, perMs: 60_000 }],
    headers: ({ limit, remaining, resetAt }) => ({
      "x-ratelimit-limit": String(limit),
      "x-ratelimit-remaining": String(remaining),
      "x-ratelimit-reset": sqlSeconds(resetAt),
    }),
    throttled: ({ resetMs }) => ({
      ...error(429, "Too many requests", 429),
      headers: { "x-ratelimit-retry-after": String(Math.ceil(resetMs / 1000)) },
    }),
  },
  switches,
  routes,
  notFound: () => error(404, "Endpoint not found", 2),
  documented: { internal: () => error(500, "Internal server error", 0) },
  view,
  commands: { addList, removeList, setAddress },
});
