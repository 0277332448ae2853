import { machineNow, now } from "@/lib/clock";
import { db, type Tx } from "@/lib/db";
import { log } from "@/lib/log";
import { stopByExit } from "./exit";
import {
  extendClaim,
  insertAttempt,
  latestAttempt,
  lockRun,
  type Run,
  updateAttempt,
  updateRun,
} from "./queries";

/** How long a claim outlives a process that was killed; renewed three times within. */
const CLAIM_MS = 15_000;

/** `wakeAt`: when somebody looks at the run again. `claimedUntil`: how long it is held, however the clock is moved. */
const claimEnd = () => ({
  wakeAt: new Date(now().getTime() + CLAIM_MS),
  claimedUntil: new Date(machineNow().getTime() + CLAIM_MS),
});

export type AttemptKind = "act" | "confirm";

export type Claim =
  | { run: Run; number: number; kind: AttemptKind }
  /** Nothing to do now; `again` says when to look once more. */
  | { run?: undefined; again: Date | null };

/**
 * Takes a run for one attempt, which is written down before it begins. Whoever comes second, too
 * early or too late leaves it alone, and a run that an exit rule keeps from happening is cancelled.
 * `repeatable`: whether an attempt that was cut off may be made again.
 */
export async function claimRun(
  storeId: string,
  runId: string,
  repeatable: boolean,
): Promise<Claim> {
  return await db().transaction(async (tx) => {
    const run = await lockRun(tx, storeId, runId);
    if (!run?.wakeAt) return { again: null };
    if (run.wakeAt > now()) return { again: run.wakeAt };
    const held = heldMs(run);
    if (held > 0) return { again: new Date(now().getTime() + held) };
    if (await stopByExit(tx, storeId, run)) return { again: null };
    const last = await latestAttempt(tx, storeId, runId);
    if (!last) return await begin(tx, run, 1);
    if (last.outcome !== null) return await begin(tx, run, last.number + 1);
    await endCutOff(tx, run, last.number);
    if (last.kind === "confirm" || repeatable) return await begin(tx, run, last.number + 1);
    await endUnknown(tx, run);
    return { again: null };
  });
}

/** How long somebody else's claim lasts, by the machine's own clock. */
const heldMs = ({ claimedUntil }: Run) => (claimedUntil?.getTime() ?? 0) - machineNow().getTime();

/** The process that made the attempt is gone, and its answer with it. */
async function endCutOff(tx: Tx, run: Run, number: number) {
  const result = { outcome: "interrupted", finishedAt: now() };
  await updateAttempt(tx, run.storeId, run.id, number, result);
}

async function endUnknown(tx: Tx, run: Run) {
  await updateRun(tx, run.storeId, run.id, {
    status: "unknown",
    fault: "unknown",
    finishedAt: now(),
    claimedUntil: null,
    wakeAt: null,
  });
}

async function begin(tx: Tx, run: Run, number: number): Promise<Claim> {
  const kind = run.status === "accepted" ? "confirm" : "act";
  const startedAt = now();
  const { wakeAt, claimedUntil } = claimEnd();
  await insertAttempt(tx, run.storeId, { runId: run.id, number, kind, startedAt });
  const claimed = {
    ...run,
    wakeAt,
    startedAt: run.startedAt ?? startedAt,
    ...(kind === "act" && { status: "running" as const, claimedUntil }),
  };
  await updateRun(tx, run.storeId, run.id, {
    wakeAt,
    status: claimed.status,
    claimedUntil: claimed.claimedUntil,
    startedAt: claimed.startedAt,
  });
  return { run: claimed, number, kind };
}

/** Keeps the claim while `work` goes on, however slow the tool is. */
export async function holdingClaim<T>(run: Run, work: () => Promise<T>): Promise<T> {
  const renew = () =>
    extendClaim(run.storeId, run.id, claimEnd()).catch((error) =>
      log.warn({ error, run: run.id }, "claim.renewal.failed"),
    );
  const timer = setInterval(renew, CLAIM_MS / 3);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
