import { now } from "@/lib/clock";
import {
  backfilledVersion,
  cancelBackfilled,
  countBackfilled,
  insertBackfill,
  latestBackfill,
  lockBackfill,
  updateBackfill,
} from "@/lib/runs/backfill/queries";
import { REFUSED, wall, wallInTx } from "./wall";

const LONG_AGO = new Date(0);

export const backfillWalls = [
  wallInTx(insertBackfill, REFUSED, (ask, id, { automation, version }) =>
    ask(id, {
      ...{ automationId: automation.id, versionId: version.id, since: LONG_AGO, until: now() },
      ...{ expected: 1, perMinute: 1, slot: now(), nextAt: now() },
    }),
  ),
  wallInTx(lockBackfill, undefined, (ask, id, { backfill }) => ask(id, backfill.id)),
  wallInTx(updateBackfill, undefined, (ask, id, { backfill }) =>
    ask(id, backfill.id, { planned: 7 }),
  ),
  wall(latestBackfill, undefined, (ask, id, { automation }) => ask(id, automation.id)),
  wall(countBackfilled, [], (ask, id, { backfill }) => ask(id, backfill.id)),
  wallInTx(cancelBackfilled, [], (ask, id, { backfill }) =>
    ask(id, backfill.id, "backfillStopped", now()),
  ),
  wallInTx(backfilledVersion, undefined, (ask, id, { version }) => ask(id, version.id)),
];
