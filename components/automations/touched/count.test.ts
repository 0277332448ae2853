import { expect, test } from "vitest";
import { KEEP_ALL } from "@/lib/runs/edit/choice";
import type { Touched } from "@/lib/runs/edit/input";
import { choiceFor, countDecision, except, forAll } from "./count";

const row = (runId: string, becomes: Touched["becomes"]): Touched => ({
  ...{ runId, customer: "Anna", dueAt: new Date(), newAt: null, becomes },
});
const rows = [row("a", "atOnce"), row("b", "moves"), row("c", "stays"), row("d", "skipped")];
const sum = {
  ...{ waiting: 20, versions: [3], moments: null },
  move: { movable: 18, atOnce: 5, skipped: 2 },
};

test("all are kept unless somebody says otherwise", () => {
  const counted = countDecision(sum, KEEP_ALL, rows);
  expect(counted).toEqual({ keep: 20, move: 0, cancel: 0, atOnce: 0, skipped: 0 });
});

test("who can't move is kept where all move", () => {
  const all = forAll(KEEP_ALL, "move");
  expect(countDecision(sum, all, rows)).toMatchObject({ move: 18, keep: 2, atOnce: 5, skipped: 2 });
  expect(rows.map((each) => choiceFor(each, all))).toEqual(["move", "move", "keep", "move"]);
});

test("each exception leaves the many for its own choice", () => {
  let decision = forAll(KEEP_ALL, "move");
  decision = except(decision, "a", "keep");
  decision = except(decision, "c", "cancel");
  decision = except(decision, "d", "cancel");
  expect(countDecision(sum, decision, rows)).toEqual({
    ...{ move: 16, keep: 2, cancel: 2 },
    ...{ atOnce: 4, skipped: 1 },
  });
});

test("an exception that says what all get is none", () => {
  const one = except(KEEP_ALL, "a", "cancel");
  expect(except(one, "a", "keep")).toEqual(KEEP_ALL);
  expect(forAll(one, "cancel")).toEqual({ all: "cancel", exceptions: [] });
  expect(forAll(one, "move").exceptions).toEqual([{ runId: "a", choice: "cancel" }]);
});
