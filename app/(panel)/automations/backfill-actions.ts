"use server";

import { memberAction } from "@/lib/action";
import { now } from "@/lib/clock";
import { backfillInput, progressInput, steerInput } from "@/lib/runs/backfill/input";
import { backfillProgress } from "@/lib/runs/backfill/progress";
import { previewBackfill, startBackfill, steerBackfill } from "@/lib/runs/backfill/steer";

/** What a backfill would do, before anything happens. */
export const previewBackfillOf = memberAction(
  "backfill.preview",
  backfillInput,
  (asked, { storeId }) => previewBackfill(storeId, asked),
);

export const startBackfillOf = memberAction(
  "backfill.start",
  backfillInput,
  async (asked, { storeId, userId }) => {
    await startBackfill(storeId, userId, asked);
  },
);

export const steerBackfillOf = memberAction(
  "backfill.steer",
  steerInput,
  ({ backfillId, to }, { storeId, userId }) => steerBackfill(storeId, userId, backfillId, to),
);

/** How far it is by now. */
export const readBackfill = memberAction(
  "backfill.progress",
  progressInput,
  async ({ automationId }, { storeId }) => ({
    progress: (await backfillProgress(storeId, automationId)) ?? null,
    now: now(),
  }),
  { reads: true },
);
