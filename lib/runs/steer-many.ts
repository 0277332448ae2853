import "server-only";
import { now } from "@/lib/clock";
import { db, retrying } from "@/lib/db";
import { NotFoundError, UserError } from "@/lib/errors";
import { announceSteering } from "@/lib/inngest/announce";
import {
  type Change,
  lockSteering,
  openSteerings,
  restoreRuns,
  type Steering,
  steerWaiting,
} from "./steer-queries";
import { STEERED_AT_MOST, UNDO_MINUTES } from "./steering";
import { countWaitingRuns, type Which } from "./waiting-queries";

const undoableSince = () => new Date(now().getTime() - UNDO_MINUTES * 60_000);

/**
 * Cancels, moves or starts many runs that wait, in one statement. Returns how many, and the id by
 * which it can be undone for UNDO_MINUTES. Inside of a greater transaction use `steerWaiting` and,
 * once that is committed, `announceSteering`.
 */
export async function steerRuns(
  storeId: string,
  userId: string,
  which: Which,
  change: Change,
): Promise<{ id: string; count: number }> {
  const steering = await retrying(() =>
    db().transaction(async (tx) => {
      const most = STEERED_AT_MOST + 1;
      if ((await countWaitingRuns(tx, storeId, which, most)) === most)
        throw new UserError("tooManyRuns", { most: STEERED_AT_MOST });
      return await steerWaiting(tx, storeId, which, change, { userId, at: now() });
    }),
  );
  if (steering.count > 0) await announceSteering(storeId, steering.id);
  return steering;
}

/** Gives the runs of a steering their moment back. What has begun or changed since stays as it is. */
export async function undoSteering(
  storeId: string,
  steeringId: string,
): Promise<{ restored: number; left: number }> {
  const undone = await retrying(() =>
    db().transaction(async (tx) => {
      const steering = await lockSteering(tx, storeId, steeringId);
      if (!steering || steering.kind === "start") throw new NotFoundError();
      if (steering.undoneAt) throw new UserError("undoneAlready");
      if (steering.at < undoableSince()) throw new UserError("undoTooLate");
      const restored = await restoreRuns(tx, storeId, steering, now());
      return { restored, left: steering.count - restored };
    }),
  );
  if (undone.restored > 0) await announceSteering(storeId, steeringId);
  return undone;
}

/** The latest deed of the store that can still be undone, and until when. */
export async function undoable(storeId: string): Promise<(Steering & { until: Date }) | undefined> {
  const [latest] = await openSteerings(db(), storeId, undoableSince(), 1);
  return latest && { ...latest, until: new Date(latest.at.getTime() + UNDO_MINUTES * 60_000) };
}
