import type { Answer, Call } from "../core/call";
import { header } from "../core/call";
import { newUuid } from "../core/ids";
import { defineEmulator } from "../core/running";
import { type Account, type Switches, seed, switches } from "./account";
import { addList, removeList, setAddress, view } from "./commands";
import { routes } from "./routes";

const HOST = /^([a-z0-9-]+)\.(?:api-us1\.com|api-eu1\.com|activehosted\.com)$/;

/** Every account name has an account, except those that say they are wrong. */
export const activecampaign = defineEmulator<Account, Switches>({
  id: "activecampaign",
  title: "ActiveCampaign",
  serves: (host) => HOST.test(host),
  base: "/api/3",
  accounts: ["demo", "drugi"],
  seed,
  accountOf: ({ host }) => {
    const name = HOST.exec(host)?.[1] ?? "";
    return /bad|zly|nieistnieje/.test(name) ? noSuchAccount() : name;
  },
  credential: {
    read: (call) => header(call, "api-token"),
    wellFormed: (key) => /^[\w-]{8,128}$/.test(key),
    wrong: (_, call) => forbidden(call, { message: "Forbidden" }),
  },
  limits: {
    per: "account",
    windows: () => [{ name: "second", requests: 5, perMs: 1_000 }],
    headers: ({ limit, remaining }) => ({
      "ratelimit-limit": String(limit),
      "ratelimit-remaining": String(remaining),
    }),
    throttled: ({ resetMs }) => ({
      status: 429,
      headers: { "retry-after": String(Math.ceil(resetMs / 1000)) },
    }),
  },
  replyHeaders: () => ({ "x-request-id": newUuid() }),
  switches,
  routes,
  notFound: () => ({ status: 404, body: { message: "Route not found" } }),
  documented: { permission },
  view,
  commands: { addList, removeList, setAddress },
});

function noSuchAccount(): Answer {
  const body = "<!DOCTYPE html><html><head><title>404 Not Found</title></head><body></body></html>";
  return { status: 404, headers: { "content-type": "text/html" }, body };
}

/** The key is right, its user may not see lists. */
function permission(call: Call): Answer {
  const detail = "You do not have permission to view lists.";
  return forbidden(call, { errors: [{ status: 403, title: "Forbidden", detail }] });
}

/** The vendor's document has this one answer, JSON though it is, sent as plain text. */
function forbidden({ method, path }: Call, body: object): Answer {
  const isListing = method === "GET" && path === "/api/3/lists";
  const type = isListing ? "text/plain" : "application/json";
  return { status: 403, headers: { "content-type": type }, body: JSON.stringify(body) };
}
