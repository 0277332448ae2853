import { count, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { runs } from "@/drizzle/schema/runs";
import {
  makeAutomation,
  makeCustomer,
  makeEvent,
  makeIntegration,
  makeProduct,
  makeRun,
  makeStore,
} from "@/drizzle/testing/factories";
import { type Emulators, startEmulators } from "@/e2e/emulators/server";
import { now } from "@/lib/clock";
import { db } from "@/lib/db";
import { type Executed, executeFunctions } from "./testing/executed";

const RUNS = 200;
const NEIGHBOURS = 10;
/** ActiveCampaign's, per account. */
const LIMIT_PER_SECOND = 5;

let emulators: Emulators;
let executed: Executed;

beforeAll(async () => {
  emulators = await startEmulators();
  vi.stubEnv("TOOLS_ORIGIN", emulators.origin);
  executed = await executeFunctions();
}, 30_000);

afterAll(async () => {
  await executed.stop();
  await emulators.stop();
});

/** `amount` due runs that take customers off a list, through one integration of their own. */
async function dueRuns(account: string, amount: number) {
  const { id: storeId } = await makeStore();
  const product = await makeProduct(storeId);
  const credentials = { apiUrl: `https://${account}.api-us1.com`, apiKey: "a".repeat(64) };
  const integration = await makeIntegration(storeId, { tool: "activecampaign", credentials });
  const version = {
    tool: "activecampaign",
    action: "remove",
    integrationId: integration.id,
    input: { list: "1" },
  };
  const made = await makeAutomation(storeId, { productId: product.id, version });
  const event = await makeEvent(storeId, { productId: product.id });
  const planned = [];
  for (let i = 0; i < amount; i++) {
    const customer = await makeCustomer(storeId);
    const run = await makeRun(storeId, { ...made, customer, event }, { dueAt: now() });
    planned.push({ ...run, tool: run.snapshot.tool, wakeAt: run.dueAt });
  }
  return { storeId, planned };
}

const ended = async (storeId: string) => {
  const rows = await db()
    .select({ status: runs.status, count: count() })
    .from(runs)
    .where(eq(runs.storeId, storeId))
    .groupBy(runs.status);
  return rows.filter(({ status }) => status === "already")[0]?.count ?? 0;
};

test("two hundred runs through one account keep its limit, and nobody waits for them", async () => {
  const { announceRuns } = await import("./announce");
  const busy = await dueRuns("demo", RUNS);
  const neighbour = await dueRuns("drugi", NEIGHBOURS);
  await announceRuns([...busy.planned, ...neighbour.planned]);

  const finished = { timeout: 120_000, interval: 200 };
  await vi.waitUntil(async () => (await ended(neighbour.storeId)) === NEIGHBOURS, finished);
  expect(await ended(busy.storeId)).toBeLessThan(RUNS);
  await vi.waitUntil(async () => (await ended(busy.storeId)) === RUNS, finished);

  const times = emulators
    .log("activecampaign", 5_000)
    .filter(({ host }) => host === "demo.api-us1.com")
    .map(({ at, status }) => ({ at: Number(at), status }));
  expect(times.filter(({ status }) => status === 429)).toEqual([]);
  expect(times.length).toBeGreaterThanOrEqual(RUNS);
  expect(mostInOneSecond(times.map(({ at }) => at))).toBeLessThanOrEqual(LIMIT_PER_SECOND);
}, 150_000);

function mostInOneSecond(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b);
  return Math.max(
    ...sorted.map((at, i) => sorted.slice(i).findLastIndex((t) => t < at + 1000) + 1),
  );
}
