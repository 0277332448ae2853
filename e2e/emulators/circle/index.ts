import { type Answer, type Call, header } from "../core/call";
import { defineEmulator } from "../core/running";
import { type Account, type Switches, seed, switches } from "./account";
import { addList, removeList, setAddress, view } from "./commands";
import { documented, failure, notEligible } from "./errors";
import { memberRoutes } from "./member-routes";
import { placeRoutes } from "./place-routes";

/** Circle's Admin API v2. A token that starts with v1 or headless is of another kind: 403. */
export const circle = defineEmulator<Account, Switches>({
  id: "circle",
  title: "Circle",
  serves: (host) => host === "app.circle.so",
  base: "/api/admin/v2",
  accounts: ["main"],
  seed,
  accountOf: (call) => (/^(v1|headless)/.test(tokenOf(call) ?? "") ? notEligible() : "main"),
  credential: {
    read: tokenOf,
    wellFormed: (token) => /^[\w-]{8,256}$/.test(token),
    wrong: () => failure(401, "The API token is invalid."),
  },
  limits: {
    // The vendor counts by address, and everything here comes from one.
    per: "tool",
    windows: () => [{ name: "5min", requests: 2_000, perMs: 300_000 }],
    throttled: (): Answer => ({ status: 429 }),
  },
  switches,
  routes: [...placeRoutes, ...memberRoutes],
  notFound: () => failure(404, "Not found"),
  documented,
  view,
  commands: { addList, removeList, setAddress },
});

function tokenOf(call: Call): string | undefined {
  return /^(?:Token|Bearer) (.+)$/i.exec(header(call, "authorization") ?? "")?.[1];
}
