"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { filterOf } from "@/app/(panel)/activity/filter";
import { memberAction } from "@/lib/action";
import { momentOn } from "@/lib/activity/days";
import { type ChosenRuns, chosenRuns, type MoveTo, moveTo } from "@/lib/activity/input";
import { now } from "@/lib/clock";
import { db } from "@/lib/db";
import { UserError } from "@/lib/errors";
import { steerRuns, undoSteering } from "@/lib/runs/steer-many";
import type { Change } from "@/lib/runs/steer-queries";
import { STEERED_AT_MOST } from "@/lib/runs/steering";
import { countWaitingRuns, type Which } from "@/lib/runs/waiting-queries";

const showAnew = () => revalidatePath("/", "layout");

/** How many still wait of those that are meant: looked at before anything is done. */
export const countChosen = memberAction(
  "runs.count",
  chosenRuns,
  async (chosen, { storeId, store }) => {
    const most = STEERED_AT_MOST + 1;
    return await countWaitingRuns(db(), storeId, whichOf(chosen, store.timeZone), most);
  },
  { reads: true },
);

export const cancelChosen = memberAction("runs.cancel", chosenRuns, async (chosen, member) => {
  const { storeId, userId, store } = member;
  const change: Change = { kind: "cancel", reason: "byHand" };
  const done = await steerRuns(storeId, userId, whichOf(chosen, store.timeZone), change);
  showAnew();
  return done;
});

export const startChosen = memberAction("runs.start", chosenRuns, async (chosen, member) => {
  const { storeId, userId, store } = member;
  const which = whichOf(chosen, store.timeZone);
  const done = await steerRuns(storeId, userId, which, { kind: "start" });
  showAnew();
  return done;
});

export const moveChosen = memberAction(
  "runs.move",
  z.object({ chosen: chosenRuns, to: moveTo }),
  async ({ chosen, to }, { storeId, userId, store }) => {
    const which = whichOf(chosen, store.timeZone);
    const done = await steerRuns(storeId, userId, which, moveOf(to, store.timeZone));
    showAnew();
    return done;
  },
);

export const undo = memberAction(
  "runs.undo",
  z.object({ steeringId: z.string().min(1).max(64) }),
  async ({ steeringId }, { storeId }) => {
    const undone = await undoSteering(storeId, steeringId);
    showAnew();
    return undone;
  },
);

function whichOf(chosen: ChosenRuns, timeZone: string): Which {
  if ("runIds" in chosen) return { ids: chosen.runIds };
  const { filters, except, knownAt } = chosen;
  return { filter: filterOf(filters, timeZone), except, knownAt };
}

function moveOf(to: MoveTo, timeZone: string): Change {
  if ("days" in to) return { kind: "move", days: to.days, timeZone };
  const at = momentOn(to.day, to.time, timeZone);
  if (at < now()) throw new UserError("momentPast", {}, "day");
  return { kind: "move", to: at };
}
