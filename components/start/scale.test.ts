import fc from "fast-check";
import { expect, test } from "vitest";
import { heightsOf, placesOf } from "./scale";

const HEIGHT = 144;

test.each([
  [0, [0, 1]],
  [1, [0, 1]],
  [3, [0, 1, 2, 3]],
  [142, [0, 50, 100, 150]],
  [1214, [0, 500, 1000, 1500]],
])("up to %i", (most, marks) => {
  expect(heightsOf(most, HEIGHT).marks).toEqual(marks);
});

test("always holds what it measures, in few whole steps", () => {
  fc.assert(
    fc.property(fc.nat(1_000_000), (most) => {
      const { y, marks } = heightsOf(most, HEIGHT);
      expect(y(most)).toBeGreaterThanOrEqual(0);
      expect(y(0)).toBe(HEIGHT);
      expect(marks.length).toBeLessThanOrEqual(6);
      expect(marks.every(Number.isInteger)).toBe(true);
      expect(y(marks.at(-1) ?? 0)).toBe(0);
    }),
  );
});

test("the days stand side by side over the whole width", () => {
  const days = ["2026-11-22", "2026-11-23", "2026-11-24"];
  const x = placesOf(days);
  const [first = 0, second = 0, last = 0] = days.map((day) => x(day) ?? Number.NaN);
  expect(first).toBeCloseTo(0);
  expect(second - first).toBeGreaterThan(x.bandwidth());
  expect(last + x.bandwidth()).toBeCloseTo(100);
});
