import { now } from "@/lib/clock";
import { UNDONE_WITHIN_MS } from "./steering";
import { runAndSteering } from "./undo-queries";

/** What an undoing may give back its earlier moment. */
const STEERABLE = ["waiting", "cancelled", "skipped"];

/**
 * When to look again at a run that is not due; null: never. While its store may undo a steering nobody
 * goes away from a run or sleeps longer than that, so that an undoing need not tell the engine of each.
 */
export async function nextLook(storeId: string, runId: string): Promise<Date | null> {
  const since = new Date(now().getTime() - UNDONE_WITHIN_MS);
  const run = await runAndSteering(storeId, runId, since);
  if (!run?.steeredAt || !STEERABLE.includes(run.status)) return run?.wakeAt ?? null;
  const until = new Date(run.steeredAt.getTime() + UNDONE_WITHIN_MS);
  return run.wakeAt && run.wakeAt < until ? run.wakeAt : until;
}
