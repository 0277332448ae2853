import { now } from "@/lib/clock";
import { db, type Tx } from "@/lib/db";
import { isFreshlyConnected, type Learned, recordConnection } from "@/lib/integrations/connection";
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
import type { RunStatus } from "./status";

type Tried = { number: number; kind: AttemptKind; result: Result; exchanges: Exchange[] };

/** Writes down what came of an attempt. Returns when something is to be done about the run again. */
export async function recordResult(run: Run, means: Means, tried: Tried): Promise<Date | null> {
  const ended = await db().transaction(async (tx) => {
    const current = await lockRun(tx, run.storeId, run.id);
    const latest = await latestAttempt(tx, run.storeId, run.id);
    await endAttempt(tx, run, tried);
    // Somebody took the run over after this attempt had lost its claim: theirs is the word that counts.
    if (!current || latest?.number !== tried.number) return undefined;
    return await endTurn(tx, run, means, tried);
  });
  await tellConnection(run, means, tried.result, ended?.status);
  return ended?.wakeAt ?? null;
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
  return { status: change.status, wakeAt };
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

/** What a run learns of the connection shows at the integration. A silence counts once it has outlasted all attempts. */
async function tellConnection(
  run: Run,
  { known }: Means,
  result: Result,
  status?: RunStatus,
): Promise<void> {
  if (!run.integrationId || result.kind === "pending") return;
  if (result.kind === "outcome" && known && isFreshlyConnected(known)) return;
  const learned = result.kind === "outcome" ? CONNECTED : learnedFrom(result, status);
  if (learned) await recordConnection(run.storeId, run.integrationId, learned);
}

const CONNECTED: Learned = { connection: "connected" };

function learnedFrom(
  { fault, words, pause }: Extract<Result, { kind: "fault" }>,
  status?: RunStatus,
): Learned | undefined {
  if (pause) return { connection: "paused", fault, words };
  if (fault === "auth") return { connection: "broken", fault, words };
  // What the merchant chose is gone, but the account itself answered.
  if (fault === "config") return { connection: "connected", fault, words };
  const gaveUp = status === "failed" && (fault === "unavailable" || fault === "rate_limited");
  return gaveUp ? { connection: "broken", fault, words } : undefined;
}
