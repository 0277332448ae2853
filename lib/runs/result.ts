import { ToolError } from "@/lib/errors";
import { retryDelay } from "@/lib/retry";
import type { Outcome, Tool } from "@/lib/tools/tool";
import type { RunStatus } from "./status";

/** What came of an attempt. "bug": we broke, not the tool. */
export type Result =
  | { kind: "outcome"; outcome: Outcome }
  | { kind: "pending" }
  | { kind: "fault"; fault: string; words?: string; asked?: number; sent: boolean; pause: boolean };

/** `sent`: whether a request had left when it broke. */
export function resultOf(error: unknown, sent: boolean): Result {
  if (error instanceof ToolError) {
    const { fault, words, retryAfter: asked, pause } = error;
    return { kind: "fault", fault, words, asked, sent: error.sent, pause };
  }
  return { kind: "fault", fault: "bug", sent, pause: false };
}

export type Verdict = {
  status: RunStatus;
  fault: string | null;
  words: string | null;
  ticket: string | null;
  /** Seconds until something is to be done about it again; null: never. */
  again: number | null;
};

type Circumstances = {
  tool: Pick<Tool, "retryDelays">;
  /** Attempts of this kind so far, this one included. */
  tries: number;
  repeatable: boolean;
  confirmAfter?: readonly number[];
};

/** What an attempt to act makes of its run. */
export function verdictOfAct(result: Result, circumstances: Circumstances): Verdict {
  const { tool, tries, repeatable, confirmAfter } = circumstances;
  if (result.kind === "pending") throw new Error("Only a confirmation can be pending");
  if (result.kind === "outcome") {
    const { outcome, words = null, ticket = null } = result.outcome;
    const again = outcome === "accepted" ? (confirmAfter?.[0] ?? null) : null;
    return { status: outcome, fault: null, words, ticket, again };
  }
  const { fault, words = null, asked, sent } = result;
  const ended = (status: RunStatus, as = fault) =>
    ({ status, fault: as, words, ticket: null, again: null }) satisfies Verdict;
  if (fault === "auth" || fault === "config") return ended("failed");
  const lost = fault !== "rate_limited" && sent && !repeatable;
  if (fault === "unknown" || lost) return ended("unknown", "unknown");
  const again = retryDelay(tries, { asked, delays: tool.retryDelays });
  if (again === undefined) return ended("failed");
  return { status: "waiting", fault, words, ticket: null, again };
}

/** What reading back makes of an accepted run: it came true, was turned down, or stays accepted. */
export function verdictOfConfirm(
  result: Result,
  run: { words: string | null; ticket: string | null },
  { tries, confirmAfter = [] }: Pick<Circumstances, "tries" | "confirmAfter">,
): Verdict {
  if (result.kind === "outcome" && result.outcome.outcome !== "accepted") {
    const { outcome, words = null } = result.outcome;
    return { status: outcome, fault: null, words, ticket: run.ticket, again: null };
  }
  const [done, next] = [confirmAfter[tries - 1], confirmAfter[tries]];
  const again = done === undefined || next === undefined ? null : next - done;
  return { status: "accepted", fault: null, words: run.words, ticket: run.ticket, again };
}
