import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { migrateDatabase } from "@/drizzle/migrate";
import { type Postgres, startPostgres } from "@/scripts/pg.mjs";
import { Engine } from "./engine";
import type { Build } from "./testing/fixture-app";
import { Harness } from "./testing/harness";

const build: Build = (client, record) => [
  client.createFunction({ id: "runs", triggers: [{ event: "go" }] }, async ({ event, step }) => {
    await step.run("first", () => record("first", event.data.key));
    await step.sleep("nap", "1s");
    await step.run("second", () => record("second", event.data.key));
  }),
];

const RUNS = 100;
const folder = mkdtempSync(join(tmpdir(), "easycart-engine-"));
const harness = new Harness(build);
let postgres: Postgres;
let engine: Engine;

beforeAll(async () => {
  chmodSync(folder, 0o755); // for root PostgreSQL runs under another account
  postgres = await startPostgres({ dir: join(folder, "data") });
  await migrateDatabase(postgres.url);
  await harness.app.open();
  const databaseUrl = postgres.url;
  engine = new Engine({ databaseUrl, appUrl: harness.app.url, port: 0, ...harness.target });
  harness.target.baseUrl = await engine.start();
  harness.app.deploy(build, harness.target);
  await harness.healthy();
}, 60_000);

afterAll(async () => {
  await engine.stop();
  await harness.app.close();
  await postgres.stop();
  for (const path of [postgres.at, folder]) rmSync(path, { recursive: true, force: true });
}, 30_000);

test("PostgreSQL killed amid 100 runs: the same engine goes on, and no step is recorded twice or lost", {
  timeout: 60_000,
}, async () => {
  const keys = Array.from({ length: RUNS }, (_, key) => key);
  await harness.post(keys.map((key) => ({ name: "go", data: { key } })));
  await harness.app.until("first", undefined, 20);
  process.kill(postgres.pid, "SIGKILL");
  postgres = await startPostgres({ dir: join(folder, "data"), port: postgres.port });
  const ended = await harness.app.until("second", undefined, RUNS, 40_000);
  expect(new Set(ended.map(({ key }) => key)).size).toBe(RUNS);
  expect(harness.app.of("first")).toHaveLength(RUNS);
  expect(ended).toHaveLength(RUNS);
});
