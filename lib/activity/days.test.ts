import { expect, test } from "vitest";
import { dayStart, lastDays, spanBefore } from "./days";

const ZONE = "Europe/Warsaw";

test("a day begins at midnight of the zone, whatever the clock did", () => {
  expect(dayStart("2026-11-24", ZONE).toISOString()).toBe("2026-11-23T23:00:00.000Z");
  expect(dayStart("2026-10-25", ZONE).toISOString()).toBe("2026-10-24T22:00:00.000Z");
  expect(dayStart("2026-10-25", ZONE, 1).toISOString()).toBe("2026-10-25T23:00:00.000Z");
});

test("the same time a week earlier, across a clock change", () => {
  const span = spanBefore(new Date("2026-10-28T08:12:00Z"), ZONE, 7);
  expect(span.until.toISOString()).toBe("2026-10-21T07:12:00.000Z");
  expect(span.from.toISOString()).toBe("2026-10-20T22:00:00.000Z");
});

test("the last days end today in the zone, not in UTC", () => {
  expect(lastDays(new Date("2026-03-01T23:30:00Z"), ZONE, 3)).toEqual([
    "2026-02-28",
    "2026-03-01",
    "2026-03-02",
  ]);
});
