import { afterAll, expect, test } from "vitest";
import { closeDb } from "@/lib/db";
import type { ToolError } from "@/lib/errors";
import { keepPace, rateOf } from "./pace";
import { holdSlots, slotsTaken, takeSlot } from "./system-queries";

afterAll(closeDb);

const LIMIT = { count: 5, seconds: 1 };

/** The most that any window of `ms` holds, wherever it begins. */
const densest = (moments: number[], ms: number) =>
  Math.max(...moments.map((from) => moments.filter((at) => at >= from && at < from + ms).length));

async function leaving(account: string, count: number, limit = LIMIT): Promise<number[]> {
  const moments = Array.from({ length: count }, async () => {
    await keepPace.take(account, limit);
    return performance.now();
  });
  return (await Promise.all(moments)).toSorted((a, b) => a - b);
}

test("no second sees more than five of twenty requests that come at once", async () => {
  const moments = await leaving("one", 20);
  expect(densest(moments, 1_000)).toBeLessThanOrEqual(5);
});

test("another account does not wait for it", async () => {
  const busy = leaving("busy", 12);
  const before = performance.now();
  await keepPace.take("idle", LIMIT);
  expect(performance.now() - before).toBeLessThan(500);
  await busy;
});

test("what was saved up leaves at once, the rest evenly, and never above the limit", async () => {
  const limit = { count: 50, seconds: 1 };
  expect(rateOf(limit)).toEqual({ burst: 10, interval: 1 / 40 });
  const before = performance.now();
  const moments = await leaving("quick", 60, limit);
  expect(densest(moments, 1_000)).toBeLessThanOrEqual(50);
  expect((moments.at(-1) ?? 0) - before).toBeGreaterThan(1_000);
});

test("who would wait too long is told when to come again, and takes no place", async () => {
  const rate = { interval: 1, burst: 1 };
  for (let taken = 0; taken < 11; taken++) await takeSlot("full", rate, 10);
  const left = await slotsTaken("full", rate);
  expect(left).toBeGreaterThan(10);
  expect(await takeSlot("full", rate, 10)).toBeUndefined();
  expect(await slotsTaken("full", rate)).toBeLessThanOrEqual(left);
  const refused = await keepPace
    .take("full", { count: 2, seconds: 1 })
    .catch((error: ToolError) => error);
  expect(refused).toMatchObject({ fault: "rate_limited", sent: false });
  expect((refused as ToolError).retryAfter).toBeGreaterThan(9);
});

test("a throttle stops everybody on the account for as long as the tool asked", async () => {
  const rate = { interval: 0.25, burst: 1 };
  await holdSlots("held", rate, 3);
  expect(await takeSlot("held", rate, 10)).toBeCloseTo(3, 0);
  expect(await takeSlot("other", rate, 10)).toBeLessThanOrEqual(0);
});
