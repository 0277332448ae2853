import { holdActive } from "@/lib/automations/queries";
import {
  cancelTouched,
  countMovable,
  countTouched,
  listTouched,
  movedEarlier,
  moveTouched,
  slotsOfTouched,
} from "@/lib/runs/edit/queries";
import { wall, wallInTx } from "./wall";

const FAR_AHEAD = new Date("2100-01-01");
const SLOT_MS = 900_000;
const EVERYBODY = { all: true, ids: [] };

export const editWalls = [
  wallInTx(holdActive, false, (ask, id, { automation, version }) =>
    ask(id, [{ automation, version }]),
  ),
  wall(countTouched, { waiting: 0, versions: [] }, (ask, id, { automation }) =>
    ask(id, automation.id),
  ),
  wall(countMovable, { movable: 0, past: 0 }, (ask, id, { automation }) =>
    ask(id, automation.id, { trigger: "purchase", latest: FAR_AHEAD }),
  ),
  wall(listTouched, [], (ask, id, { automation }) =>
    ask(id, automation.id, { trigger: "purchase", limit: 9 }),
  ),
  wallInTx(cancelTouched, 0, (ask, id, { automation }) =>
    ask(id, automation.id, EVERYBODY, "automationEdited"),
  ),
  wallInTx(slotsOfTouched, [], (ask, id, { automation }) =>
    ask(id, automation.id, EVERYBODY, { trigger: "purchase", ms: SLOT_MS }),
  ),
  wallInTx(moveTouched, { moved: 0, atOnce: 0, skipped: 0 }, (ask, id, { automation, waiting }) => {
    const slot = Math.floor(Date.parse(waiting.snapshot.anchor) / SLOT_MS);
    return ask(id, automation.id, EVERYBODY, {
      ...{ trigger: "purchase", ms: SLOT_MS, mustPrecede: false, timing: {}, version: 2 },
      slots: [{ slot, meant: FAR_AHEAD.getTime(), opens: null }],
    });
  }),
  wall(movedEarlier, [], (ask, id, { automation }) =>
    ask(id, { automationId: automation.id, version: 1 }, undefined, 9),
  ),
];
