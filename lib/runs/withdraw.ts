import "server-only";
import { lockAutomation, markDeleted } from "@/lib/automations/queries";
import { db, retrying } from "@/lib/db";
import { announceChanges } from "@/lib/inngest/announce";
import { cancelWaitingRuns } from "./withdraw-queries";

/**
 * Deletes an automation and cancels the runs that still wait for it. What ran already keeps its
 * history. Returns how many were cancelled.
 */
export async function withdrawAutomation(storeId: string, automationId: string): Promise<number> {
  const cancelled = await retrying(() =>
    db().transaction(async (tx) => {
      await lockAutomation(tx, storeId, automationId);
      await markDeleted(tx, storeId, automationId);
      return await cancelWaitingRuns(tx, storeId, automationId, "automationDeleted");
    }),
  );
  await announceChanges(cancelled);
  return cancelled.length;
}
