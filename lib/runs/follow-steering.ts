import { now } from "@/lib/clock";
import { db } from "@/lib/db";
import { announceChanges, announceRunsAhead } from "@/lib/inngest/announce";
import { paced } from "./paced";
import { partAfter, steeredRuns } from "./steer-queries";
import { UNDONE_WITHIN_MS } from "./steering";
import { getSteering } from "./undo-queries";

/** Whom the engine is told of: who comes sooner than it knows, or whose waits have no end worth waiting for. */
export type Told = "sooner" | "ended";

/** Read and told together, so that little can happen in between. */
const AT_ONCE = 200;
/** Rests, in times of the telling. Nobody waits for the end of a needless wait, nor for what comes much later. */
const REST = { soon: 1, later: 3, ended: 4 };
const SOON_MS = 10 * 60_000;

/** What there is to tell of a steering; `endedFrom`: when it can't be undone any more. */
export async function courseOf(storeId: string, steeringId: string) {
  const steering = await getSteering(storeId, steeringId);
  if (!steering) return { sooner: false, endedFrom: null };
  const { kind, at, undoneAt } = steering;
  const ends = (kind === "cancel" || kind === "edit") && !undoneAt;
  return {
    sooner: kind !== "cancel" || undoneAt !== null,
    endedFrom: ends ? new Date(at.getTime() + UNDONE_WITHIN_MS).toISOString() : null,
  };
}

/**
 * Tells the engine of the runs of a steering's part after `after`, as they are by now, so that a later
 * change wins whatever comes first. Returns the part's name; null: there are no more.
 */
export async function followSteering(
  storeId: string,
  steeringId: string,
  after: string,
  told: Told,
): Promise<string | null> {
  const part = await partAfter(db(), storeId, steeringId, after);
  if (!part) return null;
  const { first } = part;
  for (let from = 0; from < part.runs; from += AT_ONCE)
    await paced(async () => {
      const some = await steeredRuns(db(), storeId, { steeringId, first, from }, AT_ONCE);
      if (told === "sooner") return await tellSooner(some);
      await announceChanges(some.filter((run) => isOver(run, now())));
      return REST.ended;
    });
  return first;
}

async function tellSooner(some: readonly Steered[]): Promise<number> {
  const sooner = some.filter((run) => comesSooner(run, now()));
  await announceChanges(sooner);
  await announceRunsAhead(sooner);
  const soon = now().getTime() + SOON_MS;
  return sooner.some(({ wakeAt }) => wakeAt.getTime() < soon) ? REST.soon : REST.later;
}

type Steered = Awaited<ReturnType<typeof steeredRuns>>[number];

/**
 * Whether the run comes sooner than somebody looks at it: earlier than it was, or so soon that who looked
 * while it was steered may sleep past it (see `nextLook`). Who wakes too early reads it anew and sleeps on.
 */
export function comesSooner<R extends Pick<Steered, "status" | "wakeAt" | "wokeAt">>(
  run: R,
  at: Date,
): run is R & { wakeAt: Date } {
  if (run.status !== "waiting" || !run.wakeAt) return false;
  return run.wakeAt < run.wokeAt || run.wakeAt.getTime() < at.getTime() + UNDONE_WITHIN_MS;
}

/** Whether the run was called off so long ago that nothing brings it back unannounced. */
const isOver = ({ status, finishedAt }: Steered, at: Date) =>
  ["cancelled", "skipped"].includes(status) &&
  finishedAt !== null &&
  at.getTime() - finishedAt.getTime() >= UNDONE_WITHIN_MS;
