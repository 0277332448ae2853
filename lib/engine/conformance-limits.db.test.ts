import { expect, test } from "vitest";
import type { Build, Entry } from "./testing/fixture-app";
import { withHarness } from "./testing/harness";

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const build: Build = (client, record) => {
  const work = async (what: string, key: unknown, ms: number) => {
    record(`${what} begins`, key);
    await pause(ms);
    record(`${what} ends`, key);
  };
  return [
    client.createFunction(
      {
        id: "one-by-one",
        triggers: [{ event: "one-by-one" }],
        concurrency: { limit: 1, key: "event.data.key" },
      },
      ({ event, step }) => step.run("work", () => work("single", event.data.key, 300)),
    ),
    client.createFunction(
      {
        id: "two-limits",
        triggers: [{ event: "two-limits" }],
        concurrency: [{ limit: 2 }, { limit: 1, key: "event.data.key" }],
      },
      ({ event, step }) => step.run("work", () => work("both", event.data.key, 300)),
    ),
    client.createFunction(
      { id: "sleeper", triggers: [{ event: "sleeper" }], concurrency: 1 },
      async ({ event, step }) => {
        await step.run("before", () => record("sleeper", event.data.key));
        await step.sleep("nap", "2s");
      },
    ),
    client.createFunction(
      {
        id: "throttled",
        triggers: [{ event: "throttled" }],
        throttle: { limit: 2, period: "4s", key: "event.data.key" },
      },
      ({ event }) => record("throttled", event.data.key),
    ),
    client.createFunction(
      {
        id: "both-kinds",
        triggers: [{ event: "both-kinds" }],
        throttle: { limit: 20, period: "1s", key: "event.data.key" },
        concurrency: { limit: 3, key: "event.data.key" },
      },
      ({ event, step }) => step.run("work", () => work("kinds", event.data.key, 20)),
    ),
  ];
};

const harness = withHarness(build);
const { app } = harness;

/** The most that were between their beginning and their end at one time. */
function peak(begins: Entry[], ends: Entry[]): number {
  const changes = [...begins.map(({ at }) => [at, 1]), ...ends.map(({ at }) => [at, -1])];
  changes.sort(([a = 0, x = 0], [b = 0, y = 0]) => a - b || x - y);
  let [now, most] = [0, 0];
  for (const [, change = 0] of changes) {
    now += change;
    most = Math.max(most, now);
  }
  return most;
}

const send = (name: string, keys: unknown[]) =>
  harness.post(keys.map((key, n) => ({ name, data: { key, n } })));

test("a keyed limit of one lets one call run at a time, in order, and other keys beside it", async () => {
  await send("one-by-one", ["a", "a", "a", "b"]);
  const ends = await app.until("single ends", "a", 3);
  await app.until("single ends", "b");
  expect(peak(app.of("single begins", "a"), ends)).toBe(1);
  const [b] = app.of("single ends", "b");
  expect(b?.at).toBeLessThan(ends[2]?.at ?? 0);
});

test("of two limits both hold", async () => {
  await send("two-limits", ["x", "x", "y", "z"]);
  const ends = await app.until("both ends", undefined, 4);
  expect(peak(app.of("both begins"), ends)).toBe(2);
  expect(peak(app.of("both begins", "x"), app.of("both ends", "x"))).toBe(1);
});

test("a sleeping run holds no place", async () => {
  await send("sleeper", [1, 2, 3]);
  const entries = await app.until("sleeper", undefined, 3);
  expect((entries[2]?.at ?? 0) - (entries[0]?.at ?? 0)).toBeLessThan(1500);
});

test("a throttle spreads starts: two at once, then one every two seconds, for each key", async () => {
  await send("throttled", ["k", "k", "k", "k"]);
  await send("throttled", ["other"]);
  const starts = await app.until("throttled", "k", 4);
  const first = starts[0]?.at ?? 0;
  const after = starts.map(({ at }) => Math.round((at - first) / 1000));
  expect(after).toEqual([0, 0, 2, 4]);
  const [other] = app.of("throttled", "other");
  expect((other?.at ?? 0) - first).toBeLessThan(1000);
});

test("throttle and concurrency together lose nothing and hold up no neighbour", async () => {
  await send("both-kinds", Array(60).fill("full"));
  const sent = Date.now();
  await send("both-kinds", ["neighbour"]);
  const [neighbour] = await app.until("kinds ends", "neighbour");
  expect((neighbour?.at ?? 0) - sent).toBeLessThan(1000);
  const ends = await app.until("kinds ends", "full", 60);
  expect(peak(app.of("kinds begins", "full"), ends)).toBeLessThanOrEqual(3);
  const times = ends.map(({ at }) => at);
  // 20 at once, 40 more at 20 a second.
  expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeGreaterThan(1700);
  expect(ends).toHaveLength(60);
});
