import { now } from "@/lib/clock";
import { db } from "@/lib/db";
import { NotFoundError, UserError } from "@/lib/errors";
import { announceChanges, announceRuns } from "@/lib/inngest/announce";
import { awake, lockRun, type Run, updateRun } from "./queries";
import { REPEATABLE, type RunStatus } from "./status";

/** Cancels a run that waits. `reason` is a key of messages/<locale>/activity.json. */
export async function cancelRun(storeId: string, runId: string, reason: string): Promise<void> {
  await change(storeId, runId, ["waiting"], () => ({
    status: "cancelled",
    reason,
    finishedAt: now(),
    wakeAt: null,
  }));
  await announceChanges([{ storeId, id: runId }]);
}

/** Brings a waiting run about at once, or at `at`. */
export async function moveRun(storeId: string, runId: string, at: Date): Promise<void> {
  const run = await change(storeId, runId, ["waiting"], () => ({ dueAt: at, wakeAt: at }));
  await announceChanges([run]);
  await announce(run);
}

export async function runNow(storeId: string, runId: string): Promise<void> {
  await moveRun(storeId, runId, now());
}

/**
 * Starts an ended run again, with the same snapshot and today's credentials. Its attempts go on
 * counting. Whoever starts a cancelled one again knows why it was: its exit rules hold no more.
 */
export async function rerun(storeId: string, runId: string): Promise<void> {
  await announce(await resume(storeId, runId));
}

/** Starts each again that still may be; the others have moved on meanwhile. Returns how many were started. */
export async function rerunAll(storeId: string, runIds: readonly string[]): Promise<number> {
  const resumed: Run[] = [];
  for (const runId of new Set(runIds)) {
    try {
      resumed.push(await resume(storeId, runId));
    } catch (error) {
      if (!(error instanceof UserError || error instanceof NotFoundError)) throw error;
    }
  }
  await announce(...resumed);
  return resumed.length;
}

function resume(storeId: string, runId: string): Promise<Run> {
  return change(storeId, runId, REPEATABLE, ({ status, snapshot }) => ({
    status: "waiting",
    ...(status === "cancelled" && { snapshot: { ...snapshot, exitRules: [] } }),
    reason: null,
    fault: null,
    words: null,
    ticket: null,
    startedAt: null,
    finishedAt: null,
    wakeAt: now(),
  }));
}

async function change(
  storeId: string,
  runId: string,
  from: readonly RunStatus[],
  to: (run: Run) => Partial<Run>,
): Promise<Run> {
  return await db().transaction(async (tx) => {
    const run = await lockRun(tx, storeId, runId);
    if (!run) throw new NotFoundError();
    if (run.snapshot.erased) throw new UserError("customerErased");
    if (!from.includes(run.status)) throw new UserError("runHasMovedOn", { status: run.status });
    const changes = to(run);
    await updateRun(tx, storeId, runId, changes);
    return { ...run, ...changes };
  });
}

async function announce(...started: Run[]) {
  await announceRuns(
    awake(started).map(({ id, storeId, snapshot: { tool }, integrationId, wakeAt }) => {
      return { id, storeId, tool, integrationId, wakeAt };
    }),
  );
}
