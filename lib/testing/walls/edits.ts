import { expect } from "vitest";
import { holdActive } from "@/lib/automations/queries";
import { now } from "@/lib/clock";
import {
  countMovable,
  countTouched,
  listTouched,
  moveTouched,
  slotsOfTouched,
} from "@/lib/runs/edit/queries";
import { wall, wallInTx } from "./wall";

const FAR_AHEAD = new Date("2100-01-01");
const SLOT_MS = 900_000;
const everybody = (automationId: string) => ({ filter: { automationId } });
const NOBODY = { id: expect.any(String), moved: 0, atOnce: 0, skipped: 0 };

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
  wallInTx(slotsOfTouched, [], (ask, id, { automation }) =>
    ask(id, everybody(automation.id), { trigger: "purchase", ms: SLOT_MS }),
  ),
  wallInTx(moveTouched, NOBODY, (ask, id, { automation, waiting, user }) => {
    const slot = Math.floor(Date.parse(waiting.snapshot.anchor) / SLOT_MS);
    const move = {
      ...{ trigger: "purchase", ms: SLOT_MS, mustPrecede: false, timing: {}, version: 2 },
      slots: [{ slot, meant: FAR_AHEAD.getTime(), opens: null }],
    };
    return ask(id, everybody(automation.id), move, { userId: user.id, at: now() });
  }),
];
