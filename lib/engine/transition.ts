import { canonicalize } from "./canonical";
import type { StepError } from "./input";
import type { Memo } from "./turn-queries";

/** What an answer makes of a run. */
export type Transition =
  | { kind: "advance"; version: number; memos: Memo[] }
  | { kind: "sleep"; version: number; memos: Memo[]; stepId: string; until: Date }
  | { kind: "postpone"; attempt: number; due: Date; outageSince: Date | null }
  | GroupTransition
  | { kind: "complete"; output: string }
  | { kind: "fail"; error: StepError };

/** Several steps at once: `waits` may run or end side by side. `race`: the first end wakes the run. */
export type GroupTransition = {
  kind: "group";
  version: number;
  memos: Memo[];
  waits: Wait[];
  race: boolean;
};

/** A step to be run by a call of its own, or a sleep `until` a moment. */
export type Wait = { stepId: string; until: Date | null; race: boolean };

/** What the answer is judged by. */
export type Rules = {
  at: Date;
  maxAttempts: number;
  /** Fixed pause between attempts, for tests. */
  retryDelayMs?: number;
};

export const MAX_OUTPUT_LENGTH = 4 * 1024 * 1024;

export const fail = (name: string, message: string): Transition => ({
  kind: "fail",
  error: { name, message },
});

export function complete(output: unknown): Transition {
  const text = canonicalize(output);
  if (text.length > MAX_OUTPUT_LENGTH) return fail("Error", "A function returns 4 MiB at most.");
  return { kind: "complete", output: text };
}
