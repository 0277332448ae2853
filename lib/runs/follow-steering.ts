import { now } from "@/lib/clock";
import { db } from "@/lib/db";
import { announceChanges, announceRuns } from "@/lib/inngest/announce";
import { steeredAfter } from "./steer-queries";

/**
 * Tells the engine of the runs of a steering's part after `after`, as they are by now, so that a later
 * change wins whatever comes first. Returns the part's name; null: there are no more.
 */
export async function followSteering(
  storeId: string,
  steeringId: string,
  after: string,
): Promise<string | null> {
  const runs = await steeredAfter(db(), storeId, steeringId, after);
  const told = runs.filter((run) => isOpen(run) && !sleepsOn(run, now()));
  await announceChanges(told);
  await announceRuns(told.filter(({ status }) => status === "waiting"));
  return runs[0]?.part ?? null;
}

type Steered = Awaited<ReturnType<typeof steeredAfter>>[number];

/** What has begun is followed already, and must not be interrupted. */
const isOpen = ({ status }: Steered) => ["waiting", "cancelled", "skipped"].includes(status);

/**
 * Whether the engine's sleep serves as it is: whoever wakes too early reads the run anew and sleeps
 * on, so only what is due earlier than it was, or already, must be told. A cancelling ends the sleep.
 */
export function sleepsOn(
  { status, wakeAt, wokeAt, movedTo }: Pick<Steered, "status" | "wakeAt" | "wokeAt" | "movedTo">,
  at: Date,
): boolean {
  return status === "waiting" && movedTo !== null && !!wakeAt && wakeAt >= wokeAt && wakeAt > at;
}
