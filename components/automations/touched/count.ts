import { KEEP_ALL, type WaitingChoice } from "@/lib/runs/edit/choice";
import type { Decision, Touched, TouchedSum } from "@/lib/runs/edit/input";

/** Who deletes an automation means it to stop; any other edit leaves those alone who wait. */
export const firstChoice = (kind: "edit" | "off" | "deleted"): Decision =>
  kind === "deleted" ? { ...KEEP_ALL, all: "cancel" } : KEEP_ALL;

/** What is chosen for one of them; who can't move is kept where all move. */
export function choiceFor(row: Touched, { all, exceptions }: Decision): WaitingChoice {
  const chosen = exceptions.find(({ runId }) => runId === row.runId)?.choice ?? all;
  return chosen === "move" && row.becomes === "stays" ? "keep" : chosen;
}

export type Counted = Record<WaitingChoice, number> & {
  /** Of those who move. */
  atOnce: number;
  skipped: number;
};

/** How many are kept, moved and cancelled by a decision; exceptions are among the `rows` that were loaded. */
export function countDecision(
  { waiting, move }: TouchedSum,
  decision: Decision,
  rows: readonly Touched[],
): Counted {
  const counted: Counted = { keep: 0, move: 0, cancel: 0, atOnce: 0, skipped: 0 };
  if (decision.all === "move" && move) {
    const { movable, atOnce, skipped } = move;
    Object.assign(counted, { move: movable, keep: waiting - movable, atOnce, skipped });
  } else counted[decision.all] = waiting;
  const excepted = new Set(decision.exceptions.map(({ runId }) => runId));
  const asAll = { all: decision.all, exceptions: [] };
  for (const row of rows.filter(({ runId }) => excepted.has(runId))) {
    add(counted, row, choiceFor(row, asAll), -1);
    add(counted, row, choiceFor(row, decision), 1);
  }
  return counted;
}

function add(counted: Counted, { becomes }: Touched, choice: WaitingChoice, by: 1 | -1) {
  counted[choice] += by;
  if (choice === "move" && (becomes === "atOnce" || becomes === "skipped")) counted[becomes] += by;
}

/** The decision with another choice for one of them. */
export function except(decision: Decision, runId: string, choice: WaitingChoice): Decision {
  const others = decision.exceptions.filter((each) => each.runId !== runId);
  const exceptions = choice === decision.all ? others : [...others, { runId, choice }];
  return { ...decision, exceptions };
}

/** The decision with another choice for all: exceptions stay, unless they are none any more. */
export const forAll = ({ exceptions }: Decision, all: WaitingChoice): Decision => ({
  all,
  exceptions: exceptions.filter(({ choice }) => choice !== all),
});
