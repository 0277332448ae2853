import { type Call, header } from "../core/call";
import { newUuid } from "../core/ids";
import { defineEmulator } from "../core/running";
import { type Account, type Switches, seed, switches } from "./account";
import { addList, removeList, setAddress, view } from "./commands";
import { documented, notFound, problem, throttled, wrongKey } from "./errors";
import { routes } from "./routes";

const HOST = /^([a-z]{2,4}\d{1,3})\.api\.mailchimp\.com$/;

export const mailchimp = defineEmulator<Account, Switches>({
  id: "mailchimp",
  title: "Mailchimp",
  serves: (host) => HOST.test(host),
  base: "/3.0",
  accounts: ["us19"],
  seed,
  accountOf: ({ host }) => HOST.exec(host)?.[1] ?? "",
  credential: {
    read: keyOf,
    wellFormed: (key, { host }) =>
      /^[0-9a-f]{32}-/i.test(key) && host.startsWith(`${key.slice(33)}.`),
    // Hexadecimal digits spell "bad" by chance anywhere, rarely at the start.
    refused: /^bad/,
    wrong: wrongKey,
  },
  limits: {
    per: "account",
    windows: () => [],
    concurrent: 10,
    throttled,
  },
  replyHeaders: () => ({ "x-request-id": newUuid() }),
  switches,
  routes,
  notFound: (_, allowed) => (allowed.length > 0 ? notAllowed(allowed) : notFound()),
  documented,
  view,
  commands: { addList, removeList, setAddress },
});

/** Basic with any user name, Bearer, or the old `apikey`. */
function keyOf(call: Call): string | undefined {
  const [scheme = "", value = ""] = (header(call, "authorization") ?? "").split(" ");
  if (/^basic$/i.test(scheme)) {
    return Buffer.from(value, "base64")
      .toString()
      .replace(/^[^:]*:/, "");
  }
  return /^(bearer|apikey)$/i.test(scheme) ? value : undefined;
}

function notAllowed(allowed: string[]) {
  const detail = `The requested method and resource are not compatible. See the Allow header for this resource's available methods.`;
  const answer = problem(405, "Method Not Allowed", detail);
  return { ...answer, headers: { ...answer.headers, allow: allowed.join(", ") } };
}
