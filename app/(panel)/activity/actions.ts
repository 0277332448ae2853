"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { memberAction } from "@/lib/action";
import { runsQuery } from "@/lib/activity/input";
import { latestRuns } from "@/lib/activity/queries";
import { RUNS_AGAIN_AT_MOST } from "@/lib/runs/status";
import { cancelRun, rerun, rerunAll, runNow } from "@/lib/runs/steer";
import { filterOf } from "./filter";
import { shown } from "./shown";

const runId = z.string().min(1).max(64);
const oneRun = z.object({ runId });
const someRuns = z.object({ runIds: z.array(runId).min(1).max(RUNS_AGAIN_AT_MOST) });

/** A run stands on many pages: its customer's, its order's, the start page. */
const showAnew = () => revalidatePath("/", "layout");

export const cancel = memberAction("run.cancel", oneRun, async ({ runId }, { storeId }) => {
  await cancelRun(storeId, runId, "byHand");
  showAnew();
});

export const startNow = memberAction("run.now", oneRun, async ({ runId }, { storeId }) => {
  await runNow(storeId, runId);
  showAnew();
});

export const startAgain = memberAction("run.again", oneRun, async ({ runId }, { storeId }) => {
  await rerun(storeId, runId);
  showAnew();
});

export const startAllAgain = memberAction(
  "run.allAgain",
  someRuns,
  async ({ runIds }, { storeId }) => {
    const started = await rerunAll(storeId, runIds);
    showAnew();
    return { started };
  },
);

/** What the filters of the list find on all its pages, as far as it can be started again at once. */
export const matching = memberAction(
  "run.matching",
  runsQuery,
  async (query, { storeId, store }) =>
    await shown(await latestRuns(storeId, filterOf(query, store.timeZone), RUNS_AGAIN_AT_MOST)),
  { reads: true },
);
