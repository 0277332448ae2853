import fc from "fast-check";
import { expect, test } from "vitest";
import { scaleOf } from "./scale";

test.each([
  [0, [0, 1]],
  [1, [0, 1]],
  [3, [0, 1, 2, 3]],
  [7, [0, 5, 10]],
  [142, [0, 50, 100, 150]],
  [1214, [0, 500, 1000, 1500]],
])("up to %i", (most, marks) => {
  expect(scaleOf(most).marks).toEqual(marks);
});

test("always holds what it measures, in few whole steps", () => {
  fc.assert(
    fc.property(fc.nat(1_000_000), (most) => {
      const { top, marks } = scaleOf(most);
      expect(top).toBeGreaterThanOrEqual(most);
      expect(marks.length).toBeLessThanOrEqual(4);
      expect(marks.every(Number.isInteger)).toBe(true);
      expect(marks.at(-1)).toBe(top);
    }),
  );
});
