import { expect, test } from "vitest";
import { tools } from "@/lib/tools/registry";
import { perMinute, secondsFor } from "./pace";

test("half of a tool's requests are left to the runs that customers bring about", () => {
  const requests = { count: 10, seconds: 1 };
  expect(perMinute({ concurrency: 10, requests })).toBe(240);
  expect(perMinute({ concurrency: 10, requests, perRun: 3 })).toBe(80);
});

test("a tool without a limit is held to how many it takes at once", () => {
  expect(perMinute({ concurrency: 2 })).toBe(60);
  expect(perMinute({ concurrency: 1_000 })).toBe(300);
});

test("a slow tool still goes on", () => {
  const requests = { count: 1, seconds: 3_600 };
  expect(perMinute({ concurrency: 5, requests, perRun: 3 })).toBe(1);
});

test.each(tools.map(({ id, limits }) => [id, limits] as const))(
  "%s is never asked for more than half of its limit",
  (_, limits) => {
    const { requests, perRun = 1 } = limits;
    const most = requests ? (requests.count / requests.seconds) * 30 : Number.POSITIVE_INFINITY;
    expect(perMinute(limits) * perRun).toBeLessThanOrEqual(Math.max(perRun, most));
  },
);

test("says how long it takes", () => {
  expect(secondsFor(10_000, 300)).toBe(2_000);
  expect(secondsFor(1, 60)).toBe(1);
});
