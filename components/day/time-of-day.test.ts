import { expect, test } from "vitest";
import { clockTime, minutesOf, typedTime } from "./time-of-day";

test.each([
  ["9:00", 540, "09:00"],
  [" 17.30 ", 1050, "17:30"],
  ["0:05", 5, "00:05"],
  ["24:00", 1440, ""],
  ["24:01", Number.NaN, ""],
  ["9:60", Number.NaN, ""],
  ["9", Number.NaN, ""],
  ["", Number.NaN, ""],
])("%j is %j minutes since midnight, and %j on a clock", (typed, minutes, clock) => {
  expect(minutesOf(typed)).toBe(minutes);
  expect(clockTime(minutes)).toBe(clock);
});

test("a time is typed back without a leading zero", () => {
  expect(typedTime(minutesOf("09:05"))).toBe("9:05");
});
