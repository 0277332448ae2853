import { now } from "@/lib/clock";
import { db, type Tx } from "@/lib/db";
import { recordConnection } from "@/lib/integrations/connection";
import type { Exchange } from "@/lib/tools/tool";
import type { AttemptKind } from "./claim";
import type { Means } from "./means";
import {
  countAttempts,
  latestAttempt,
  lockRun,
  type Run,
  updateAttempt,
  updateRun,
} from "./queries";
import { type Result, type Verdict, verdictOfAct, verdictOfConfirm } from "./result";

type Tried = { number: number; kind: AttemptKind; result: Result; exchanges: Exchange[] };

/** Writes down what came of an attempt. Returns when something is to be done about the run again. */
export async function recordResult(run: Run, means: Means, tried: Tried): Promise<Date | null> {
  const again = await db().transaction(async (tx) => {
    const current = await lockRun(tx, run.storeId, run.id);
    const latest = await latestAttempt(tx, run.storeId, run.id);
    await endAttempt(tx, run, tried);
    // Somebody took the run over after this attempt had lost its claim: theirs is the word that counts.
    if (!current || latest?.number !== tried.number) return null;
    return await endTurn(tx, run, means, tried);
  });
  await tellConnection(run, tried.result);
  return again;
}

async function endAttempt(tx: Tx, run: Run, { number, result, exchanges }: Tried) {
  await updateAttempt(tx, run.storeId, run.id, number, {
    ...recorded(result),
    exchanges,
    finishedAt: now(),
  });
}

function recorded(result: Result): { outcome: string; words?: string } {
  if (result.kind === "outcome") return result.outcome;
  if (result.kind === "fault") return { outcome: result.fault, words: result.words };
  return { outcome: "pending" };
}

async function endTurn(tx: Tx, run: Run, means: Means, { kind, result }: Tried) {
  const since = run.startedAt ?? run.createdAt;
  const tries = await countAttempts(tx, run.storeId, run.id, kind, since);
  const { again, ...change } = verdictOf(run, means, kind, result, tries);
  const at = now();
  const wakeAt = again === null ? null : new Date(at.getTime() + again * 1000);
  await updateRun(tx, run.storeId, run.id, {
    ...change,
    wakeAt,
    claimedUntil: null,
    finishedAt: change.status === "waiting" ? null : at,
    ...(kind === "confirm" && change.status === "done" && { confirmedAt: at }),
  });
  return wakeAt;
}

function verdictOf(
  run: Run,
  { tool, action, repeatable }: Means,
  kind: AttemptKind,
  result: Result,
  tries: number,
): Verdict {
  const confirmAfter = action.confirm ? action.confirmAfter : undefined;
  return kind === "confirm"
    ? verdictOfConfirm(result, run, { tries, confirmAfter })
    : verdictOfAct(result, { tool, tries, repeatable, confirmAfter });
}

/** What a run learns of the connection shows at the integration. */
async function tellConnection(run: Run, result: Result): Promise<void> {
  if (!run.integrationId || result.kind === "pending") return;
  if (result.kind === "outcome") {
    await recordConnection(run.storeId, run.integrationId, { connection: "connected" });
    return;
  }
  const { fault, words, pause } = result;
  if (fault !== "auth" && !pause) return;
  const connection = pause ? "paused" : "broken";
  await recordConnection(run.storeId, run.integrationId, { connection, fault, words });
}
