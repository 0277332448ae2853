import { header } from "../core/call";
import { defineEmulator } from "../core/running";
import { type Account, type Switches, seed, switches } from "./account";
import { addList, removeList, setAddress, view } from "./commands";
import { unauthenticated } from "./errors";
import { routes } from "./routes";

/** The new MailerLite ("connect"). */
export const mailerlite = defineEmulator<Account, Switches>({
  id: "mailerlite",
  title: "MailerLite",
  serves: (host) => host === "connect.mailerlite.com",
  base: "/api",
  accounts: ["main"],
  seed,
  accountOf: () => "main",
  credential: {
    read: (call) => /^Bearer (.+)$/i.exec(header(call, "authorization") ?? "")?.[1],
    // Tokens are JWTs of some hundred characters; whatever is shorter belongs to Classic.
    wellFormed: (key) => /^[\w.-]{100,}$/.test(key),
    wrong: (_, call) => unauthenticated(header(call, "accept")),
  },
  limits: {
    per: "account",
    windows: () => [{ name: "minute", requests: 120, perMs: 60_000 }],
    headers: ({ limit, remaining }) => ({
      "x-ratelimit-limit": String(limit),
      "x-ratelimit-remaining": String(remaining),
    }),
    throttled: ({ resetMs }) => ({
      status: 429,
      headers: { "retry-after": String(Math.ceil(resetMs / 1000)) },
      body: { message: "Too Many Attempts." },
    }),
  },
  replyHeaders: () => ({ "x-account_id": "83510", "x-locale": "pl" }),
  switches,
  routes,
  notFound: ({ path }) => ({
    status: 404,
    body: { message: `The route ${path.slice(1)} could not be found.` },
  }),
  documented: {
    forbidden: () => ({ status: 403, body: { message: "This action is unauthorized." } }),
    "server-timeout": () => ({ status: 408, body: { message: "Request Timeout" } }),
  },
  view,
  commands: { addList, removeList, setAddress },
});
