import { expect, test } from "vitest";
import { paceOf, usualOf, usualOfWeekdays } from "./usual";

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

test("a day's usual comes from the other days of its weekday, and never from today", () => {
  const days = (first?: number, second?: number, today?: number) =>
    Array.from({ length: 15 }, (_, at) => [first, second, today][at / 7] ?? 0);
  const usual = usualOfWeekdays(days(10, 20, 99));
  expect([usual[0], usual[7], usual[14]]).toEqual([20, 10, 15]);
});

test("days before the store existed say nothing about what is usual", () => {
  const usual = usualOfWeekdays([undefined, ...Array.from({ length: 8 }, () => 4)]);
  expect([usual[7], usual[8]]).toEqual([undefined, 4]);
});
