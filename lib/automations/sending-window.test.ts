import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runsAt } from "./due";
import { sendingWindow } from "./extras-input";
import { opensAt, type SendingWindow } from "./sending-window";

const WARSAW = "Europe/Warsaw";
const MINUTE_MS = 60_000;
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

const hours = (from: string, until: string, days = EVERY_DAY): SendingWindow => {
  const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  return { days, from: minutes(from), until: minutes(until) };
};
const opened = (at: string, window: SendingWindow, zone = WARSAW) =>
  opensAt(new Date(at), window, zone).toISOString();

describe("in Warsaw", () => {
  const work = hours("09:00", "17:00", [1, 2, 3, 4, 5]);

  test.each([
    ["within, it is the moment itself", "2026-11-24T12:34:56.789Z", "2026-11-24T12:34:56.789Z"],
    ["from the opening itself on", "2026-11-24T08:00:00.000Z", "2026-11-24T08:00:00.000Z"],
    ["early in the morning, that day", "2026-11-24T05:00:00Z", "2026-11-24T08:00:00.000Z"],
    ["at closing time, the next day", "2026-11-24T16:00:00Z", "2026-11-25T08:00:00.000Z"],
    ["on Friday evening, on Monday", "2026-11-27T20:15:00Z", "2026-11-30T08:00:00.000Z"],
    [
      "on Sunday before summer time, an hour earlier",
      "2026-03-28T12:00:00Z",
      "2026-03-30T07:00:00.000Z",
    ],
    [
      "on Sunday before winter time, an hour later",
      "2026-10-24T12:00:00Z",
      "2026-10-26T08:00:00.000Z",
    ],
  ])("%s", (_, at, expected) => expect(opened(at, work)).toBe(expected));

  test("an opening in the hour that is skipped comes as the clock jumps", () => {
    expect(opened("2026-03-29T00:00:00Z", hours("02:30", "05:00"))).toBe(
      "2026-03-29T01:00:00.000Z",
    );
  });

  test("a window wholly in the hour that is skipped opens a day later", () => {
    expect(opened("2026-03-29T00:00:00Z", hours("02:15", "02:45"))).toBe(
      "2026-03-30T00:15:00.000Z",
    );
  });

  test("the hour that comes twice is open twice", () => {
    const window = hours("02:30", "03:00");
    expect(opened("2026-10-25T00:00:00Z", window)).toBe("2026-10-25T00:30:00.000Z");
    expect(opened("2026-10-25T01:00:00Z", window)).toBe("2026-10-25T01:30:00.000Z");
    expect(opened("2026-10-25T02:00:00Z", window)).toBe("2026-10-26T01:30:00.000Z");
  });
});

test("without a window any moment will do, and a run comes at its own", () => {
  const at = new Date("2026-11-29T03:00:00Z");
  expect(opensAt(at, null, WARSAW)).toBe(at);
  const moment = { side: "after", unit: "days", value: 1 } as const;
  expect(runsAt(at, { moment, sendingWindow: null }, WARSAW)).toEqual(
    new Date("2026-11-30T03:00:00Z"),
  );
});

test("a run whose moment lies outside the window comes as it opens", () => {
  const timing = {
    moment: { side: "after", unit: "weeks", value: 2 } as const,
    sendingWindow: hours("08:00", "20:00", [1]),
  };
  const due = runsAt(new Date("2026-10-18T08:00:00Z"), timing, WARSAW);
  expect(due).toEqual(new Date("2026-11-02T07:00:00Z"));
});

/** Warsaw, half an hour of summer time, midnight that is skipped, no changes at all. */
const ZONES = [WARSAW, "Australia/Lord_Howe", "America/Santiago", "Asia/Kathmandu"];
/** Around the changes of the clock of 2026 and 2027 somewhere, and any other time. */
const CHANGES = [
  "2026-03-29T01:00Z",
  "2026-10-25T01:00Z",
  "2026-04-04T15:00Z",
  "2026-10-03T15:30Z",
];
const MORE_CHANGES = ["2026-04-05T03:00Z", "2026-09-06T04:00Z", "2027-03-28T01:00Z"];

const moments = fc
  .tuple(
    fc.constantFrom(...CHANGES, ...MORE_CHANGES, "2026-06-15T12:00Z"),
    fc.integer({ min: -3 * 86_400_000, max: 86_400_000 }),
  )
  .map(([near, distance]) => new Date(Date.parse(near) + distance));

const windows = fc
  .tuple(
    fc.subarray(EVERY_DAY, { minLength: 1 }),
    fc.integer({ min: 0, max: 1439 }),
    fc.integer({ min: 1, max: 1440 }),
  )
  .filter(([, from, length]) => from + length <= 1440)
  .map(([days, from, length]) => ({ days, from, until: from + length }));

/** Read off a calendar of another make: the browser's own. */
function isOpen(at: number, { days, from, until }: SendingWindow, clock: Intl.DateTimeFormat) {
  const parts = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, value]));
  const day = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].indexOf(parts.weekday ?? "") + 1;
  const minute = Number(parts.hour) * 60 + Number(parts.minute);
  return days.includes(day) && minute >= from && minute < until;
}

describe("whatever the window, zone and time of the year", () => {
  const clockOf = (timeZone: string) =>
    new Intl.DateTimeFormat("en", {
      ...{ timeZone, weekday: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
    });

  test("the moment found is open, and none before it was", () => {
    const zones = fc.constantFrom(...ZONES);
    fc.assert(
      fc.property(moments, windows, zones, (at, window, zone) => {
        const found = opensAt(at, window, zone).getTime();
        const clock = clockOf(zone);
        expect(isOpen(found, window, clock)).toBe(true);
        if (found === at.getTime()) return;
        // Windows and clocks move by whole minutes. Each of the last ones, and many of those before.
        const last = Array.from({ length: 90 }, (_, i) => found - (i + 1) * MINUTE_MS);
        const before = Array.from(
          { length: 90 },
          (_, i) => at.getTime() + (i / 90) * (found - at.getTime()),
        );
        for (const each of [...before, ...last].filter((each) => each >= at.getTime()))
          expect(isOpen(each, window, clock)).toBe(false);
        expect(isOpen(found - 1, window, clock)).toBe(false);
      }),
      { numRuns: 100 },
    );
  });

  test("what is open stays where it is", () => {
    fc.assert(
      fc.property(moments, windows, fc.constantFrom(...ZONES), (at, window, zone) => {
        const found = opensAt(at, window, zone);
        expect(opensAt(found, window, zone)).toEqual(found);
      }),
    );
  });
});

test.each([
  [{ days: [], from: 0, until: 60 }],
  [{ days: [1, 1], from: 0, until: 60 }],
  [{ days: [8], from: 0, until: 60 }],
  [{ days: [1], from: 600, until: 600 }],
  [{ days: [1], from: 0, until: 1441 }],
])("no window: %j", (window) => expect(sendingWindow.safeParse(window).success).toBe(false));
