import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { schedule } from "./schedule";

const WARSAW = "Europe/Warsaw";
const WORK = { days: [1, 2, 3, 4, 5], from: 540, until: 1020 };
const before = (value: number) => ({ side: "before", unit: "hours", value }) as const;

/** Tuesday, noon in Warsaw. */
const NOON = new Date("2026-11-24T11:00:00Z");
beforeEach(() => {
  vi.useFakeTimers({ now: NOON, toFake: ["Date"] });
});
afterEach(() => {
  vi.useRealTimers();
});

const at = (anchor: string, timed: Partial<Parameters<typeof schedule>[1]>) =>
  schedule(new Date(anchor), { moment: null, late: "skip", sendingWindow: null, ...timed }, WARSAW);

describe("a run", () => {
  test("waits for its moment, or for the window to open after it", () => {
    const evening = "2026-11-27T20:00:00Z";
    const own = new Date(evening);
    expect(at(evening, {})).toEqual({ status: "waiting", dueAt: own, wakeAt: own });
    const monday = new Date("2026-11-30T08:00:00Z");
    expect(at(evening, { sendingWindow: WORK })).toMatchObject({ dueAt: monday, wakeAt: monday });
  });

  test("whose moment is past comes at once, but not outside the window", () => {
    vi.setSystemTime("2026-11-24T22:00:00Z");
    const past = "2026-11-24T11:00:00Z";
    expect(at(past, {})).toMatchObject({ dueAt: new Date(past) });
    const morning = new Date("2026-11-25T08:00:00Z");
    expect(at(past, { sendingWindow: WORK })).toMatchObject({ dueAt: morning });
  });
});

describe("a run before the event", () => {
  const saturday = "2026-11-28T12:00:00Z";

  test("whose moment is past is skipped, or comes at once where the automation says so", () => {
    const soon = "2026-11-24T13:00:00Z";
    const skipped = { status: "skipped", reason: "momentPast", wakeAt: null };
    expect(at(soon, { moment: before(3) })).toMatchObject(skipped);
    expect(at(soon, { moment: before(3), late: "run_now" })).toMatchObject({ status: "waiting" });
  });

  test("never comes after it only because the window opens too late", () => {
    const timed = { moment: before(2), sendingWindow: WORK };
    const skipped = { status: "skipped", reason: "windowAfterEnd", finishedAt: NOON };
    expect(at(saturday, timed)).toMatchObject(skipped);
    expect(at(saturday, { ...timed, late: "run_now" })).toMatchObject({
      ...{ status: "waiting", dueAt: new Date("2026-11-30T08:00:00Z") },
    });
  });

  test("comes before it where the window opens in time", () => {
    const monday = "2026-11-30T12:00:00Z";
    expect(at(monday, { moment: before(24), sendingWindow: WORK })).toMatchObject({
      ...{ status: "waiting", dueAt: new Date("2026-11-30T08:00:00Z") },
    });
  });
});
