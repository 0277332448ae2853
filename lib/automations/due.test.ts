import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dueAt } from "./due";
import { type Moment, SIDES, UNITS } from "./moment";

const WARSAW = "Europe/Warsaw";
const MINUTE = 60_000;

function due(anchor: string, side: Moment["side"], value: number, unit: Moment["unit"]) {
  return dueAt(new Date(anchor), { side, value, unit }, WARSAW).toISOString();
}

describe("in Warsaw", () => {
  test.each([
    // The seed's example: bought at 09:12, two weeks later at 09:12.
    ["2026-11-24T08:12:00Z", "after", 2, "weeks", "2026-12-08T08:12:00.000Z"],
    ["2026-11-24T08:12:00Z", "before", 3, "days", "2026-11-21T08:12:00.000Z"],
    // Summer time begins on 29 March 2026 at 02:00: 09:00 stays 09:00, a day has 23 hours.
    ["2026-03-28T08:00:00Z", "after", 1, "days", "2026-03-29T07:00:00.000Z"],
    ["2026-03-28T08:00:00Z", "after", 24, "hours", "2026-03-29T08:00:00.000Z"],
    ["2026-03-30T07:00:00Z", "before", 2, "days", "2026-03-28T08:00:00.000Z"],
    // 02:30 does not exist that day and becomes 03:30.
    ["2026-03-28T01:30:00Z", "after", 1, "days", "2026-03-29T01:30:00.000Z"],
    ["2026-03-22T01:30:00Z", "after", 1, "weeks", "2026-03-29T01:30:00.000Z"],
    // It ends on 25 October 2026 at 03:00: a day has 25 hours.
    ["2026-10-24T07:00:00Z", "after", 1, "days", "2026-10-25T08:00:00.000Z"],
    ["2026-10-24T07:00:00Z", "after", 24, "hours", "2026-10-25T07:00:00.000Z"],
    ["2026-10-24T07:00:00Z", "after", 1440, "minutes", "2026-10-25T07:00:00.000Z"],
    // 02:30 comes twice that day; the first one is meant, from either side.
    ["2026-10-24T00:30:00Z", "after", 1, "days", "2026-10-25T00:30:00.000Z"],
    ["2026-10-26T01:30:00Z", "before", 1, "days", "2026-10-25T00:30:00.000Z"],
    // From the second 02:30 a day later is 02:30.
    ["2026-10-25T01:30:00Z", "after", 1, "days", "2026-10-26T01:30:00.000Z"],
    // The night belongs to the store's date, not to UTC's.
    ["2026-12-31T23:30:00Z", "after", 1, "days", "2027-01-01T23:30:00.000Z"],
  ] as const)("%s, %s %i %s: %s", (anchor, side, value, unit, expected) => {
    expect(due(anchor, side, value, unit)).toBe(expected);
  });

  test("at the event: the event's own moment", () => {
    const anchor = new Date("2026-10-25T00:30:00.123Z");
    expect(dueAt(anchor, null, WARSAW)).toEqual(anchor);
  });
});

const anchors = fc.date({
  min: new Date("2020-01-01T00:00:00Z"),
  max: new Date("2035-12-31T00:00:00Z"),
  noInvalidDate: true,
});
const zones = fc.constantFrom(WARSAW, "UTC", "America/New_York", "Australia/Lord_Howe");
const moments = fc.record<Moment>({
  side: fc.constantFrom(...SIDES),
  unit: fc.constantFrom(...UNITS),
  value: fc.integer({ min: 1, max: 1000 }),
});
const SECONDS = { minutes: 60, hours: 3600, days: 86_400, weeks: 604_800 };

function wallClock(instant: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat("en", {
    timeZone,
    hourCycle: "h23",
    hour: "2-digit",
    minute: "2-digit",
  }).formatToParts(instant);
  const part = (type: string) => Number(parts.find((p) => p.type === type)?.value);
  return part("hour") * 60 + part("minute");
}

describe("whatever the anchor, distance and zone", () => {
  test("minutes and hours are exact", () => {
    fc.assert(
      fc.property(anchors, moments, zones, (anchor, moment, zone) => {
        fc.pre(moment.unit === "minutes" || moment.unit === "hours");
        const sign = moment.side === "before" ? -1 : 1;
        const distance = sign * moment.value * SECONDS[moment.unit] * 1000;
        expect(dueAt(anchor, moment, zone).getTime()).toBe(anchor.getTime() + distance);
      }),
    );
  });

  test("days and weeks keep the time on the clock, but for a time that is skipped", () => {
    fc.assert(
      fc.property(anchors, moments, zones, (anchor, moment, zone) => {
        fc.pre(moment.unit === "days" || moment.unit === "weeks");
        const due = dueAt(anchor, moment, zone);
        const moved = (wallClock(due, zone) - wallClock(anchor, zone) + 1440) % 1440;
        expect([0, 30, 60]).toContain(moved);
      }),
    );
  });

  test("no more than an hour from the plain sum of seconds, on its own side of the anchor", () => {
    fc.assert(
      fc.property(anchors, moments, zones, (anchor, moment, zone) => {
        const sign = moment.side === "before" ? -1 : 1;
        const due = dueAt(anchor, moment, zone).getTime();
        const plain = anchor.getTime() + sign * moment.value * SECONDS[moment.unit] * 1000;
        expect(Math.abs(due - plain)).toBeLessThanOrEqual(60 * MINUTE);
        expect(Math.sign(due - anchor.getTime())).toBe(sign);
      }),
    );
  });

  test("a week is seven days", () => {
    fc.assert(
      fc.property(anchors, zones, fc.integer({ min: 1, max: 140 }), (anchor, zone, value) => {
        const weeks = dueAt(anchor, { side: "after", unit: "weeks", value }, zone);
        const days = dueAt(anchor, { side: "after", unit: "days", value: value * 7 }, zone);
        expect(weeks).toEqual(days);
      }),
    );
  });
});
