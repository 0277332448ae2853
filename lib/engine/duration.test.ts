import { expect, test } from "vitest";
import { readDuration, readMoment } from "./duration";

test.each([
  ["60s", 60_000],
  ["1h", 3_600_000],
  ["4w2d", 30 * 86_400_000],
  ["1m30s", 90_000],
  ["250ms", 250],
  ["1.5h", 5_400_000],
  ["", null],
  ["5", null],
  ["1 h", null],
  ["1y", null],
  ["-1s", null],
])("%s lasts %s ms", (text, expected) => expect(readDuration(text)).toBe(expected));

test("a moment is a duration from now, or an ISO instant", () => {
  const from = new Date("2026-01-01T00:00:00Z");
  expect(readMoment("1d", from)).toEqual(new Date("2026-01-02T00:00:00Z"));
  expect(readMoment("2030-01-01T00:00:00.000Z", from)).toEqual(new Date("2030-01-01T00:00:00Z"));
  expect(readMoment("soon", from)).toBeNull();
  expect(readMoment("2030-13-01T00:00:00Z", from)).toBeNull();
});
