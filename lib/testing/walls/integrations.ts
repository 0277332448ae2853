import { newId } from "@/drizzle/columns";
import { healAlerts, raiseAlert } from "@/lib/alerts/queries";
import { countTold } from "@/lib/alerts/system-queries";
import { now } from "@/lib/clock";
import { NotFoundError } from "@/lib/errors";
import {
  countBroken,
  countIntegrations,
  getIntegration,
  getSealedIntegration,
  insertIntegration,
  updateConnection,
  updateIntegration,
} from "@/lib/integrations/queries";
import {
  deleteIntegration,
  listConfigFaults,
  listIntegrations,
  usageOf,
} from "@/lib/integrations/usage-queries";
import { insertWish, listWishes } from "@/lib/integrations/wish-queries";
import { REFUSED, wall, wallInTx } from "./wall";

const LONG_AGO = new Date(0);
const red = { connection: "broken", fault: "auth", words: null } as const;

export const integrationWalls = [
  wall(getIntegration, new NotFoundError(), (ask, id, { integration }) => ask(id, integration.id)),
  wall(getSealedIntegration, new NotFoundError(), (ask, id, { integration }) =>
    ask(id, integration.id),
  ),
  wall(countIntegrations, 0, (ask, id) => ask(id)),
  wall(countBroken, 0, (ask, id) => ask(id)),
  // Names are told apart within a store only.
  wall(insertIntegration, undefined, (ask, id, { integration: { tool, name } }) =>
    ask(id, { ...red, id: newId("int"), tool, name, sealedCredentials: null, checkedAt: null }),
  ),
  wall(updateIntegration, new NotFoundError(), (ask, id, { integration }) =>
    ask(id, integration.id, red),
  ),
  wallInTx(updateConnection, false, (ask, id, { integration }) => ask(id, integration.id, red)),

  wall(listIntegrations, [], (ask, id) => ask(id)),
  wall(listIntegrations, [], (ask, id, { product }) => ask(id, product.id)),
  wall(listConfigFaults, [], (ask, id) => ask(id)),
  wallInTx(usageOf, { automations: [], openRuns: 0 }, (ask, id, { integration }) =>
    ask(id, integration.id),
  ),
  wall(deleteIntegration, new NotFoundError(), (ask, id, { unused }) => ask(id, unused.id)),

  wall(listWishes, [], (ask, id) => ask(id)),
  wall(insertWish, undefined, (ask, id, { user }) =>
    ask(id, user.id, { tool: "Notes", purpose: "Notes" }),
  ),

  wallInTx(raiseAlert, REFUSED, (ask, id, { unused }) =>
    ask(id, { integrationId: unused.id }, { cause: "auth", at: now() }),
  ),
  wallInTx(healAlerts, undefined, (ask, id, { integration }) =>
    ask(id, { integrationId: integration.id }, now()),
  ),
  wall(countTold, 0, (ask, id) => ask(id, LONG_AGO)),
];
