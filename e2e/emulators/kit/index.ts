import { type Call, header } from "../core/call";
import { defineEmulator } from "../core/running";
import { type Account, type Switches, seed, switches } from "./account";
import { addList, removeList, setAddress, view } from "./commands";
import { errors, routes } from "./routes";

const WINDOW_MS = 60_000;

/** Kit, once ConvertKit, API v4. */
export const kit = defineEmulator<Account, Switches>({
  id: "kit",
  title: "Kit (ConvertKit)",
  serves: (host) => host === "api.kit.com" || host === "api.convertkit.com",
  base: "/v4",
  accounts: ["main"],
  seed,
  accountOf: () => "main",
  credential: {
    read: (call) => header(call, "x-kit-api-key") ?? bearer(call),
    wellFormed: (key) => /^[\w-]{16,128}$/.test(key),
    wrong: () => errors(401, "The access token is invalid"),
  },
  limits: {
    per: "key",
    windows: (call) => [{ name: "minute", requests: bearer(call) ? 600 : 120, perMs: WINDOW_MS }],
    throttled: () => ({ status: 429, body: "Retry later" }),
  },
  switches,
  routes,
  notFound: () => errors(404, "Not Found"),
  documented: {
    forbidden: () => errors(403, "You do not have sufficient permissions to access this resource"),
    "too-large": () => errors(413, "Payload too large"),
    "empty-500": () => ({ status: 500 }),
  },
  view,
  commands: { addList, removeList, setAddress },
});

function bearer(call: Call): string | undefined {
  return /^Bearer (.+)$/i.exec(header(call, "authorization") ?? "")?.[1];
}
