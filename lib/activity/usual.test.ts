import { expect, test } from "vitest";
import { paceOf, usualOf } from "./usual";

test("usual is the average of what there was", () => {
  expect(usualOf([38, 42, 40])).toBe(40);
  expect(usualOf([0, 1])).toBe(1);
  expect(usualOf([])).toBeUndefined();
});

test.each([
  [40, 38, "usual"],
  [18, 38, "quiet"],
  [0, 14, "quiet"],
  [60, 38, "busy"],
  [3, 1, undefined],
  [40, undefined, undefined],
])("%i where %s is usual: %s", (count, usual, pace) => {
  expect(paceOf(count, usual)).toBe(pace);
});
