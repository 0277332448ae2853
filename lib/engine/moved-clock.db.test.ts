import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { env } from "@/lib/env";
import { advanceClock } from "@/lib/time-machine/system-queries";
import { EngineProcess } from "./testing/engine-process";
import type { Build } from "./testing/fixture-app";
import { Harness } from "./testing/harness";

const DAY_MS = 86_400_000;

const build: Build = (client, record) => [
  client.createFunction({ id: "later", triggers: [{ event: "go" }] }, async ({ event, step }) => {
    await step.sleep("two weeks", "14d");
    await step.run("act", () => record("act", event.data.key));
  }),
];

const harness = new Harness(build);
let engine: EngineProcess;

async function startEngine() {
  engine = await EngineProcess.start(harness.target, {
    databaseUrl: env().DATABASE_URL,
    appUrl: harness.app.url,
  });
  harness.target.baseUrl = engine.url;
}

beforeAll(async () => {
  vi.stubEnv("DEMO", "1");
  await harness.app.open();
  await startEngine();
  harness.app.deploy(build, harness.target);
  await harness.healthy();
}, 30_000);

afterAll(async () => {
  await engine.end("SIGTERM");
  await harness.app.close();
});

test("a clock moved in the database moves the engine's process: what waits for it starts at once", async () => {
  await harness.post({ name: "go", data: { key: "first" } });
  await harness.post({ name: "go", data: { key: "killed" } });
  await advanceClock(13 * DAY_MS);
  await new Promise((resolve) => setTimeout(resolve, 1500)); // more than one look at the clock
  expect(harness.app.of("act")).toEqual([]);
  const moved = performance.now();
  await advanceClock(DAY_MS);
  await harness.app.until("act", undefined, 2);
  expect(performance.now() - moved).toBeLessThan(900); // before the next look would have come
});

test("an engine that starts anew stands where the clock was moved to", async () => {
  await harness.post({ name: "go", data: { key: "restarted" } });
  await engine.end("SIGTERM");
  await advanceClock(14 * DAY_MS);
  await startEngine();
  await harness.healthy();
  await harness.app.until("act", "restarted");
});
