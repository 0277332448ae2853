import "server-only";
import { and, eq } from "drizzle-orm";
import { runs } from "@/drizzle/schema/runs";
import { now } from "@/lib/clock";
import type { Tx } from "@/lib/db";

/** Cancels every run of an automation that waits, also one that waits for its next attempt. */
export async function cancelWaitingRuns(
  tx: Tx,
  storeId: string,
  automationId: string,
  reason: string,
): Promise<{ id: string; storeId: string }[]> {
  return await tx
    .update(runs)
    .set({ status: "cancelled", reason, finishedAt: now(), wakeAt: null })
    .where(
      and(
        eq(runs.storeId, storeId),
        eq(runs.automationId, automationId),
        eq(runs.status, "waiting"),
      ),
    )
    .returning({ id: runs.id, storeId: runs.storeId });
}
