import { expect, test } from "vitest";
import { isScheduled, readSchedule } from "./schedule";

test.each([
  ["* * * * *", "2026-05-04T10:11:00Z", true],
  ["*/15 * * * *", "2026-05-04T10:30:00Z", true],
  ["*/15 * * * *", "2026-05-04T10:31:00Z", false],
  ["0 3 * * *", "2026-05-04T03:00:59Z", true],
  ["5,10-12 3 * * *", "2026-05-04T03:11:00Z", true],
  ["10-20/5 3 * * *", "2026-05-04T03:16:00Z", false],
  ["0 3 * * 1", "2026-05-04T03:00:00Z", true],
  ["0 3 * * 7", "2026-05-03T03:00:00Z", true],
  ["0 3 4 * 3", "2026-05-04T03:00:00Z", true],
  ["0 3 5 * 1", "2026-05-04T03:00:00Z", true],
  ["0 3 5 5 *", "2026-05-04T03:00:00Z", false],
  ["TZ=Europe/Warsaw 0 3 * * *", "2026-01-04T02:00:00Z", true],
  ["TZ=Europe/Warsaw 0 3 * * *", "2026-07-04T01:00:00Z", true],
])("%s at %s: %s", (source, instant, expected) => {
  expect(isScheduled(readSchedule(source), new Date(instant))).toBe(expected);
});

test.each([
  "",
  "* * * *",
  "60 * * * *",
  "* 5-3 * * *",
  "*/0 * * * *",
  "@daily",
  "0 3 * * MON",
  "TZ=Nowhere/At * * * * *",
])("%s is refused", (source) => expect(() => readSchedule(source)).toThrow(Error));
