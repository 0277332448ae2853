import { now } from "@/lib/clock";
import { db } from "@/lib/db";
import { announceChanges, announceRuns } from "@/lib/inngest/announce";
import { steeredAfter } from "./steer-queries";

/** Their two events each fit into one send: the engine takes 5,000. */
const PART = 1_000;

/**
 * Tells the engine of the next runs of a steering after `after`, as they are by now, so that a later
 * change wins whatever comes first. Returns the last of them; null: there are no more.
 */
export async function followSteering(
  storeId: string,
  steeringId: string,
  after: string,
): Promise<string | null> {
  const runs = await steeredAfter(db(), storeId, steeringId, after, PART);
  const told = runs.filter((run) => isOpen(run) && !sleepsOn(run, now()));
  await announceChanges(told);
  await announceRuns(told.filter(({ status }) => status === "waiting"));
  return runs.length === PART ? (runs.at(-1)?.id ?? null) : null;
}

type Steered = Awaited<ReturnType<typeof steeredAfter>>[number];

/** What has begun is followed already, and must not be interrupted. */
const isOpen = ({ status }: Steered) => status === "waiting" || status === "cancelled";

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
