import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { dueAt } from "@/lib/automations/due";
import { UNITS } from "@/lib/automations/moment";
import { schedule } from "../schedule";
import { latestAnchorDueBy, mustPrecede, type Slot, slotDue, slotMs } from "./timing";

beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"] }));
afterEach(() => void vi.useRealTimers());

const sendingWindow = fc.record({
  days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }),
  from: fc.integer({ min: 0, max: 700 }),
  until: fc.integer({ min: 701, max: 1440 }),
});
const timing = fc.record({
  trigger: fc.constant("access_expired" as const),
  late: fc.constantFrom("skip" as const, "run_now" as const),
  moment: fc.record({
    side: fc.constantFrom("before" as const, "after" as const),
    unit: fc.constantFrom(...UNITS),
    value: fc.integer({ min: 1, max: 1000 }),
  }),
  sendingWindow: fc.option(sendingWindow),
});
const zone = fc.constantFrom(
  ...["Europe/Warsaw", "Europe/London", "America/St_Johns", "Australia/Lord_Howe"],
  ...["Asia/Kathmandu", "Etc/UTC"],
);
/** Around the clock changes of Europe's 2026, and anywhere in the years about. */
const instant = fc.oneof(
  fc.integer({ min: Date.UTC(2026, 2, 28), max: Date.UTC(2026, 2, 31) }),
  fc.integer({ min: Date.UTC(2026, 9, 24), max: Date.UTC(2026, 9, 27) }),
  fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2035, 0, 1) }),
);

/** What the statement that moves them makes of a slot. */
function moved(
  { meant: first, opens }: Slot,
  anchor: number,
  rest: number,
  now: number,
  must: boolean,
) {
  const meant = first + rest;
  const due = opens ?? Math.max(meant, now);
  if (must && meant < now) return { status: "skipped", due: meant };
  if (must && due >= anchor) return { status: "skipped", due };
  return { status: "waiting", due };
}

test("moved by its slot, a run is due when a new one would be", () => {
  fc.assert(
    fc.property(instant, instant, timing, zone, (anchor, now, given, where) => {
      vi.setSystemTime(now);
      const ms = slotMs(given);
      const slot = slotDue(Math.floor(anchor / ms), given, where, new Date(now));
      const planned = schedule(new Date(anchor), given, where);
      const due = planned.dueAt.getTime();
      const atOnce = planned.status === "waiting" ? Math.max(due, now) : due;
      expect(moved(slot, anchor, anchor % ms, now, mustPrecede(given))).toEqual({
        ...{ status: planned.status, due: atOnce },
      });
    }),
    { numRuns: 1000 },
  );
});

test("the latest anchor that is due by a moment is due by it, and the next second's is not", () => {
  fc.assert(
    fc.property(instant, timing, zone, (at, given, where) => {
      const latest = latestAnchorDueBy(new Date(at), given, where);
      const after = new Date(latest.getTime() + 1000);
      expect(dueAt(latest, given.moment, where).getTime()).toBeLessThanOrEqual(at);
      expect(dueAt(after, given.moment, where).getTime()).toBeGreaterThan(at);
    }),
    { numRuns: 200 },
  );
});
