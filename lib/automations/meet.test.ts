import { expect, test } from "vitest";
import type { Condition } from "./conditions";
import { canMeet } from "./meet";

const plan = (is: "equal" | "other", value: string): Condition => ({ fact: "plan", is, value });
const amount = (is: "equal" | "at_least" | "at_most", value: number): Condition => ({
  fact: "amount",
  is,
  value,
});
const first = (is: "yes" | "no"): Condition => ({ fact: "first_purchase", is });

test.each<[boolean, string, Condition[]]>([
  [true, "nothing is asked", []],
  [
    true,
    "one plan is named twice, in another way",
    [plan("equal", "Roczny"), plan("equal", " roczny")],
  ],
  [false, "two plans are named", [plan("equal", "Roczny"), plan("equal", "Miesięczny")]],
  [false, "a plan is named and left out", [plan("equal", "Roczny"), plan("other", "ROCZNY")]],
  [true, "two plans are left out", [plan("other", "Roczny"), plan("other", "Miesięczny")]],
  [true, "they ask about other things", [plan("equal", "Roczny"), amount("at_most", 100)]],
  [
    false,
    "one ends below where the other begins",
    [amount("at_most", 99), amount("at_least", 100)],
  ],
  [true, "one ends where the other begins", [amount("at_most", 100), amount("at_least", 100)]],
  [false, "the one amount is too small", [amount("equal", 99), amount("at_least", 100)]],
  [true, "the one amount fits", [amount("equal", 100), amount("at_least", 100)]],
  [false, "two amounts are named", [amount("equal", 100), amount("equal", 0)]],
  [false, "it must be and must not be so", [first("yes"), first("no")]],
])("%s: %s", (expected, _, conditions) => {
  expect(canMeet(conditions)).toBe(expected);
});
