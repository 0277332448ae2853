import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import {
  makeAutomation,
  makeCustomer,
  makeEvent,
  makeMember,
  makeProduct,
  makeRun,
  makeStore,
} from "@/drizzle/testing/factories";
import { now } from "@/lib/clock";
import { closeDb, db } from "@/lib/db";
import { getRun } from "@/lib/runs/queries";
import { steerRuns } from "@/lib/runs/steer-many";
import { type Executed, executeFunctions } from "./testing/executed";

const MANY = 1_200;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const slow = { timeout: 60_000, interval: 50 };

let executed: Executed;

beforeAll(async () => {
  executed = await executeFunctions();
}, 30_000);
afterAll(async () => {
  await executed.stop();
  await closeDb();
});

/** A store with many that wait for ten days, of which the engine knows. */
async function manyWaiting() {
  const { id: storeId } = await makeStore();
  const { id: userId } = await makeMember(storeId);
  const product = await makeProduct(storeId);
  const made = await makeAutomation(storeId, { productId: product.id });
  const parts = { ...made, customer: await makeCustomer(storeId), event: await makeEvent(storeId) };
  const run = async (dueAt: Date) => {
    const planned = await makeRun(storeId, parts, { dueAt });
    return { ...planned, tool: planned.snapshot.tool, wakeAt: dueAt };
  };
  const first = await run(new Date(now().getTime() + 10 * DAY_MS));
  await db().execute(sql`
    insert into runs select (jsonb_populate_record(r, jsonb_build_object(
      'id', r.id || n, 'occurrence', r.occurrence || n))).*
    from runs r, generate_series(2, ${MANY}) n where r.id = ${first.id}`);
  const { announceRunsAhead } = await import("./announce");
  const ids = Array.from({ length: MANY }, (_, n) => (n ? `${first.id}${n + 1}` : first.id));
  await announceRunsAhead(ids.map((id) => ({ ...first, id })));
  return { storeId, userId, run, announceRunsAhead };
}

/** When the engine looks at how many runs of the store, to the minute, the soonest first. */
async function looks(storeId: string) {
  const rows = await db().execute<{ due: Date; count: number }>(sql`
    select date_trunc('minute', j.due) as due, count(*)::int as count
    from engine.jobs j join engine.runs r on r.id = j.run_id
    where r.function_id like '%perform-%' and r.event like ${`%${storeId}%`} group by 1 order by 1`);
  return rows.map(({ due, count }) => ({ due: new Date(due), count }));
}

const performed = () => executed.calls.filter((name) => name.includes("perform-"));

test("very many brought forward cost no call until they are due, and hold up nobody who is", async () => {
  const { storeId, userId, run, announceRunsAhead } = await manyWaiting();
  expect(await looks(storeId)).toMatchObject([{ count: MANY }]);
  const to = new Date(now().getTime() + HOUR_MS);
  await steerRuns(storeId, userId, { filter: {} }, { kind: "move", to });
  const due = await run(new Date(now().getTime() + 1_000));
  await announceRunsAhead([due]);
  const begun = async () => (await getRun(storeId, due.id))?.startedAt;
  const startedAt = await vi.waitUntil(begun, slow);
  expect(startedAt.getTime() - due.dueAt.getTime()).toBeLessThan(5_000);
  const hour = new Date(Math.floor(to.getTime() / 60_000) * 60_000);
  await expect.poll(() => looks(storeId), slow).toContainEqual({ due: hour, count: MANY });
  expect(performed()).toHaveLength(1);
}, 90_000);

test("a cancelling of very many tells the engine nothing while it can be undone", async () => {
  const { storeId, userId } = await manyWaiting();
  const before = await looks(storeId);
  const told = executed.calls.length;
  await steerRuns(storeId, userId, { filter: {} }, { kind: "cancel", reason: "byHand" });
  const followed = () => executed.calls.slice(told).filter((name) => name.endsWith("steering"));
  // Asked once what there is to do, and once more to begin the wait.
  await vi.waitUntil(() => followed().length >= 2, slow);
  expect(await looks(storeId)).toEqual(before);
});
