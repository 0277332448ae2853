"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { memberAction } from "@/lib/action";
import { cancelRun, rerun, runNow } from "@/lib/runs/steer";

const oneRun = z.object({ runId: z.string().min(1).max(64) });

const showAnew = () => revalidatePath("/activity", "layout");

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
