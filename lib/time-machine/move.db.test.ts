import { afterAll, afterEach, expect, test, vi } from "vitest";
import { clockOffset, machineNow, now, setClockOffset } from "@/lib/clock";
import { closeDb } from "@/lib/db";
import { env } from "@/lib/env";
import { NotFoundError } from "@/lib/errors";
import { followClock } from "@/lib/follow-clock";
import { landing, moveClock } from "./move";

vi.mock("@/lib/env", async (original) => {
  const real = await original<typeof import("@/lib/env")>();
  return { ...real, env: () => ({ ...real.env(), DEMO: demo }) };
});

let demo = true;
afterEach(() => {
  demo = true;
  setClockOffset(0);
});
afterAll(closeDb);

const ahead = () => now().getTime() - machineNow().getTime();
const HOUR_MS = 3_600_000;

test("moves on, further each time, and a process that starts later is there too", async () => {
  const to = await moveClock({ value: 3, unit: "hours" }, "Europe/Warsaw");
  expect(ahead()).toBe(3 * HOUR_MS);
  expect(to.getTime() - now().getTime()).toBeLessThan(1_000);
  await moveClock({ value: 2, unit: "hours" }, "Europe/Warsaw");
  setClockOffset(0);
  const stop = await followClock(env().DATABASE_URL);
  expect(clockOffset()).toBe(5 * HOUR_MS);
  await stop();
});

test("another process follows each move", async () => {
  const moved = vi.fn();
  const stop = await followClock(env().DATABASE_URL, moved);
  const before = clockOffset();
  const { advanceClock } = await import("./system-queries");
  await advanceClock(60_000);
  await vi.waitFor(() => expect(clockOffset()).toBe(before + 60_000));
  expect(moved).toHaveBeenCalled();
  await stop();
});

test("a day keeps the time on the store's clock over a clock change", () => {
  const to = landing(new Date("2027-03-27T11:00:00Z"), { value: 1, unit: "days" }, "Europe/Warsaw");
  expect(to.toISOString()).toBe("2027-03-28T10:00:00.000Z");
});

test("is not there outside a demo, and knows an end", async () => {
  await expect(moveClock({ value: 1000, unit: "weeks" }, "UTC")).resolves.toBeInstanceOf(Date);
  await moveClock({ value: 1000, unit: "weeks" }, "UTC");
  await expect(moveClock({ value: 1000, unit: "weeks" }, "UTC")).rejects.toMatchObject({
    key: "tooFarAhead",
  });
  demo = false;
  const before = clockOffset();
  await expect(moveClock({ value: 1, unit: "hours" }, "UTC")).rejects.toThrow(NotFoundError);
  expect(clockOffset()).toBe(before);
});
