import "server-only";
import { newId } from "@/drizzle/columns";
import { now } from "@/lib/clock";
import { db, retrying } from "@/lib/db";
import { recordDeed } from "@/lib/deeds/queries";
import { NotFoundError, UserError } from "@/lib/errors";
import { announceSteering } from "@/lib/inngest/announce";
import { type Change, type Steering, steerWaiting } from "./steer-queries";
import { STEERED_AT_MOST, UNDO_MINUTES } from "./steering";
import { getSteering, noteUndone, openParts, openSteerings, restorePart } from "./undo-queries";
import { type Which, waitingIds } from "./waiting-queries";

/** What becomes due meanwhile waits for a part to be done, not for the whole. */
const PART = 2_000;
/** Parts under way at once: as many processors as the smallest machine has. */
const ABREAST = 2;

const DEED_OF = {
  cancel: "runs_cancelled",
  move: "runs_moved",
  start: "runs_started",
} as const;

const undoableSince = () => new Date(now().getTime() - UNDO_MINUTES * 60_000);

/**
 * Cancels, moves or starts many runs that wait, in parts, each a transaction of its own: one that was
 * cut off is a smaller deed, and its record says so. Returns how many, and the id by which it can be
 * undone for UNDO_MINUTES. Inside of a greater transaction use `steerWaiting` and, once that is
 * committed, `announceSteering`.
 */
export async function steerRuns(
  storeId: string,
  userId: string,
  which: Which,
  change: Change,
): Promise<{ id: string; count: number }> {
  const ids = await waitingIds(storeId, which, STEERED_AT_MOST + 1);
  if (ids.length > STEERED_AT_MOST) throw new UserError("tooManyRuns", { most: STEERED_AT_MOST });
  const deed = { id: newId("ste"), userId, at: now() };
  let count = 0;
  await abreast(partsOf(ids), async (part) => {
    const done = await retrying(() => steerWaiting(db(), storeId, { ids: part }, change, deed));
    count += done.count;
  });
  if (count > 0) {
    // The steering itself is written with each part; for the journal it is one deed.
    const what = DEED_OF[change.kind];
    await recordDeed(db(), storeId, { userId, what, subject: deed.id, name: String(count) });
    await announceSteering(storeId, deed.id);
  }
  return { id: deed.id, count };
}

/** Gives the runs of a steering their moment back. What has begun or changed since stays as it is. */
export async function undoSteering(
  storeId: string,
  steeringId: string,
): Promise<{ restored: number; left: number }> {
  const steering = await getSteering(storeId, steeringId);
  if (!steering || steering.kind === "start") throw new NotFoundError();
  if (steering.undoneAt) throw new UserError("undoneAlready");
  if (steering.at < undoableSince()) throw new UserError("undoTooLate");
  const parts = await openParts(db(), storeId, steeringId);
  await abreast(parts, (first) =>
    retrying(() => restorePart(db(), storeId, steering, first, now())),
  );
  const restored = await noteUndone(db(), storeId, steeringId, now());
  if (restored > 0) await announceSteering(storeId, steeringId);
  return { restored, left: steering.count - restored };
}

/** The latest deed of the store that can still be undone, and until when. */
export async function undoable(storeId: string): Promise<(Steering & { until: Date }) | undefined> {
  const [latest] = await openSteerings(db(), storeId, undoableSince(), 1);
  return latest && { ...latest, until: new Date(latest.at.getTime() + UNDO_MINUTES * 60_000) };
}

const partsOf = (ids: readonly string[]) =>
  Array.from({ length: Math.ceil(ids.length / PART) }, (_, part) =>
    ids.slice(part * PART, (part + 1) * PART),
  );

async function abreast<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const left = items.values();
  await Promise.all(
    Array.from({ length: ABREAST }, async () => {
      for (const item of left) await work(item);
    }),
  );
}
