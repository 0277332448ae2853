import { afterAll, afterEach, beforeEach, expect, test, vi } from "vitest";
import { env } from "@/lib/env";
import { openSql } from "./sql";
import { EngineProcess } from "./testing/engine-process";
import type { Build } from "./testing/fixture-app";
import { Harness } from "./testing/harness";

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const build: Build = (client, record) => [
  client.createFunction(
    { id: "sleeps", triggers: [{ event: "sleeps" }] },
    async ({ event, step }) => {
      await step.run("before", () => record("before", event.data.key));
      await step.sleep("nap", "2s");
      await step.run("after", () => record("after", event.data.key));
    },
  ),
  client.createFunction(
    { id: "works", triggers: [{ event: "works" }], retries: 0 },
    async ({ event, step, attempt }) => {
      await step.run("first", () => record("first", event.data.key));
      await step.run("slow", async () => {
        record("slow begins", event.data.key, { attempt });
        await pause(event.data.ms);
        record("slow ends", event.data.key);
      });
      await step.run("last", () => record("last", event.data.key));
    },
  ),
];

const sql = openSql(env().DATABASE_URL);
let harness: Harness;
let engines: EngineProcess[];

async function startEngine(): Promise<EngineProcess> {
  const given = { databaseUrl: env().DATABASE_URL, appUrl: harness.app.url };
  const engine = await EngineProcess.start(harness.target, given);
  engines.push(engine);
  return engine;
}

afterAll(() => sql.end({ timeout: 5 }));

beforeEach(async () => {
  harness = new Harness(build);
  engines = [];
  await harness.app.open();
  harness.target.baseUrl = (await startEngine()).url;
  harness.app.deploy(build, harness.target);
  await harness.healthy();
});

afterEach(async () => {
  await Promise.all(engines.map((engine) => engine.end("SIGKILL")));
  await harness.app.close();
});

test("killed in a sleep: the run wakes on time, and what was done stays done", {
  timeout: 40_000,
}, async () => {
  await harness.post([1, 2, 3].map((key) => ({ name: "sleeps", data: { key } })));
  await harness.app.until("before", undefined, 3);
  await vi.waitFor(async () =>
    expect(await sql`select from engine.jobs where slept is not null`).toHaveLength(3),
  );
  await engines[0]?.end("SIGKILL");
  await startEngine();
  await harness.app.until("after", undefined, 3);
  expect(harness.app.of("before")).toHaveLength(3);
  expect(harness.app.of("after")).toHaveLength(3);
});

test("killed in a step: that step runs again within 10 s, no other", {
  timeout: 40_000,
}, async () => {
  const { ids } = await harness.post({ name: "works", data: { key: 1, ms: 1500 } });
  await harness.app.until("slow begins", 1);
  await engines[0]?.end("SIGKILL");
  const killed = Date.now();
  await startEngine();
  const begins = await harness.app.until("slow begins", 1, 2);
  expect((begins[1]?.at ?? 0) - killed).toBeLessThan(10_000);
  expect(begins.map(({ attempt }) => attempt)).toEqual([0, 0]);
  expect(await harness.ended(ids[0])).toMatchObject([{ status: "Completed" }]);
  expect(harness.app.of("first", 1)).toHaveLength(1);
  expect(harness.app.of("last", 1)).toHaveLength(1);
});

test("two at once: no step runs twice", { timeout: 40_000 }, async () => {
  const first = { ...harness.target };
  harness.target.baseUrl = "";
  const second = (await startEngine()).url;
  const keys = Array.from({ length: 100 }, (_, key) => key);
  await Promise.all(
    keys.map(async (key) => {
      harness.target.baseUrl = key % 2 ? second : first.baseUrl;
      await harness.post({ name: key % 4 < 2 ? "sleeps" : "works", data: { key, ms: 50 } });
    }),
  );
  await harness.app.until("after", undefined, 50);
  await harness.app.until("last", undefined, 50);
  const counted = harness.app.entries.map(({ what, key }) => `${what} ${key}`);
  expect(new Set(counted).size).toBe(50 * 2 + 50 * 4);
  expect(counted).toHaveLength(50 * 2 + 50 * 4);
});

async function problems(): Promise<string[]> {
  const response = await fetch(`${harness.target.baseUrl}/health`);
  return ((await response.json()) as { problems: string[] }).problems;
}

test("asked to stop: running calls end and are recorded, their events are taken", {
  timeout: 40_000,
}, async () => {
  await harness.post({ name: "works", data: { key: "stop", ms: 1000 } });
  await harness.app.until("slow begins", "stop");
  const ended = engines[0]?.end("SIGTERM");
  await expect.poll(() => problems(), { interval: 10 }).toContain("stopping");
  const during = await harness.post({ name: "works", data: { key: "during", ms: 1 } });
  expect(during.status).toBe(200);
  expect(await ended).toBe(0);
  expect(harness.app.of("slow ends", "stop")).toHaveLength(1);
  expect(harness.app.of("first", "during")).toEqual([]);
  await startEngine();
  await harness.app.until("last", "stop");
  await harness.app.until("last", "during");
  expect(harness.app.of("slow begins", "stop")).toHaveLength(1);
});
