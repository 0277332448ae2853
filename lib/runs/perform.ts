import { now } from "@/lib/clock";
import { log } from "@/lib/log";
import type { Exchange } from "@/lib/tools/tool";
import { actionArgs } from "./action-args";
import { claimRun, holdingClaim } from "./claim";
import { type Means, meansOf } from "./means";
import { nextLook } from "./next-look";
import { getRun, type Run } from "./queries";
import { recordResult } from "./record";
import { type Result, resultOf } from "./result";

/** When to come back; null: the run needs nobody any more. */
export type Turn = { again: Date | null };

/**
 * One turn at one run: an attempt to act, or a look whether an accepted action came true. Nothing
 * but the moment to come back where it is too early, or somebody else is at it.
 */
export async function performRun(storeId: string, runId: string): Promise<Turn> {
  const known = await getRun(storeId, runId);
  if (!known?.wakeAt || known.wakeAt > now()) return { again: await nextLook(storeId, runId) };
  const means = await meansOf(known);
  const claim = await claimRun(storeId, runId, means.repeatable);
  if (!claim.run) return { again: claim.again };
  const { run, number, kind } = claim;
  const exchanges: Exchange[] = [];
  const result = await holdingClaim(run, () =>
    kind === "act" ? act(run, means, number, exchanges) : confirm(run, means, number, exchanges),
  );
  const again = await recordResult(run, means, { number, kind, result, exchanges });
  return { again };
}

async function act(run: Run, means: Means, number: number, exchanges: Exchange[]): Promise<Result> {
  try {
    if (means.barred) throw means.barred;
    const args = await actionArgs(run, means, number, exchanges);
    return { kind: "outcome", outcome: await means.action.run(args) };
  } catch (error) {
    return explain(error, run, exchanges);
  }
}

async function confirm(
  run: Run,
  means: Means,
  number: number,
  exchanges: Exchange[],
): Promise<Result> {
  try {
    const args = await actionArgs(run, means, number, exchanges);
    const seen = await means.action.confirm?.({ ...args, ticket: run.ticket ?? undefined });
    return !seen || seen === "pending" ? { kind: "pending" } : { kind: "outcome", outcome: seen };
  } catch (error) {
    return explain(error, run, exchanges);
  }
}

function explain(error: unknown, run: Run, exchanges: readonly Exchange[]): Result {
  const result = resultOf(error, exchanges.length > 0);
  if (result.kind === "fault" && result.fault === "bug")
    log.error({ error, run: run.id }, "run.bug");
  return result;
}
