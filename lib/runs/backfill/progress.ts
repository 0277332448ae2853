import "server-only";
import { now } from "@/lib/clock";
import type { RunStatus } from "../status";
import { type Backfill, countBackfilled, latestBackfill } from "./queries";
import type { Progress } from "./status";

const KIND: Record<RunStatus, "done" | "failed" | "spared" | "open"> = {
  waiting: "open",
  running: "open",
  done: "done",
  already: "done",
  accepted: "done",
  refused: "failed",
  failed: "failed",
  unknown: "failed",
  skipped: "spared",
  cancelled: "spared",
};

/** How far the automation's latest backfill is; undefined: there was none. */
export async function backfillProgress(
  storeId: string,
  automationId: string,
): Promise<Progress | undefined> {
  const backfill = await latestBackfill(storeId, automationId);
  if (!backfill) return undefined;
  const counts = { done: 0, failed: 0, spared: 0, open: 0 };
  for (const { status, count } of await countBackfilled(storeId, backfill.id))
    counts[KIND[status]] += count;
  const { id, status, reason, expected, planned, createdAt: startedAt, by, finishedAt } = backfill;
  return {
    ...{ id, status, reason, expected, planned, ...counts, startedAt, by, finishedAt },
    endsAt: endOf(backfill),
  };
}

/** Sending hours may hold it up: then it is the earliest. */
function endOf({ status, slot, expected, planned, perMinute }: Backfill): Date | null {
  if (status !== "running") return null;
  const from = Math.max(slot.getTime(), now().getTime());
  return new Date(from + (Math.max(0, expected - planned) / perMinute) * 60_000);
}
