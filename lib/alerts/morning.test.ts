import { expect, test } from "vitest";
import { morningOf } from "./morning";

const at = (moment: string) => new Date(moment);

test.each([
  ["before seven", "2026-11-24T05:59:00Z", false, "2026-11-24T06:00:00Z"],
  ["from seven on", "2026-11-24T06:00:00Z", true, "2026-11-25T06:00:00Z"],
  ["until noon", "2026-11-24T10:59:00Z", true, "2026-11-25T06:00:00Z"],
  ["at noon", "2026-11-24T11:00:00Z", false, "2026-11-25T06:00:00Z"],
  ["over the change to winter time", "2026-10-24T08:00:00Z", true, "2026-10-25T06:00:00Z"],
])("%s", (_, moment, now, next) => {
  expect(morningOf(at(moment), "Europe/Warsaw")).toEqual({ now, next: at(next) });
});
