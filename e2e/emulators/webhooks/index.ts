import { z } from "zod";
import type { Answer, Call } from "../core/call";
import { iso } from "../core/clock";
import { newUuid } from "../core/ids";
import { routesOf } from "../core/routing";
import { defineEmulator } from "../core/running";

type Delivery = {
  host: string;
  url: string;
  method: string;
  headers: Call["headers"];
  /** The bytes as sent, so that a signature over them can be verified. */
  body: string;
  at: string;
};
type Account = { deliveries: Delivery[] };

/** Enough for the largest test; a demo shows the last few. */
const KEPT = 1_000;
const MAKE = /^hook\.([a-z0-9-]+\.)*(make|integromat)\.com$/;
const HOST = /^(?=.*[.:])[a-z0-9.:[\]-]+$/;

const route = routesOf<Account, object>();

/** Whatever host no other tool serves. Faults make it refuse; by itself it takes everything. */
export const webhooks = defineEmulator<Account, object>({
  id: "webhooks",
  title: "Webhooki",
  serves: (host) => HOST.test(host),
  base: "",
  accounts: ["main"],
  seed: () => ({ deliveries: [] }),
  accountOf: () => "main",
  limits: {
    per: "tool",
    windows: () => [],
    throttled: ({ resetMs }) => ({
      status: 429,
      headers: { "retry-after": String(Math.ceil(resetMs / 1000)) },
      body: "Too Many Requests",
    }),
  },
  switches: z.strictObject({}),
  observe: (account, { host, path, search, method, headers, raw, at }) => {
    const url = `https://${host}${path}${search}`;
    account.deliveries.push({ host, url, method, headers, body: raw, at: iso(at) });
    account.deliveries.splice(0, account.deliveries.length - KEPT);
  },
  routes: [route("ANY /*", ({ call }) => answerOf(call))],
  notFound: () => ({ status: 404 }),
  documented: { "make-off": makeOff },
  view: ({ deliveries }) => ({ deliveries: deliveries.toReversed() }),
  commands: {},
});

function answerOf({ host, path }: Call): Answer {
  if (MAKE.test(host)) {
    // Not Make's rule: a hook named off… shows what Make says when its scenario is switched off.
    return /\/(off|wylaczon)/.test(path) ? makeOff() : { status: 200, body: "Accepted" };
  }
  if (host === "hooks.zapier.com") {
    const id = newUuid();
    return { status: 200, body: { status: "success", attempt: id, id, request_id: id } };
  }
  return { status: 200, body: "ok" };
}

function makeOff(): Answer {
  return { status: 410, body: "There is no scenario listening for this webhook." };
}
