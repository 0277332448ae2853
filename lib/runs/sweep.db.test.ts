import { eq, sql } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { steeringParts, steerings } from "@/drizzle/schema/steering";
import {
  makeAutomation,
  makeCustomer,
  makeEvent,
  makeProduct,
  makeRun,
  makeStore,
} from "@/drizzle/testing/factories";
import { makeFullStore } from "@/drizzle/testing/full-store";
import { now, setClockOffset } from "@/lib/clock";
import { closeDb, db } from "@/lib/db";
import { forgetSteered } from "./forget-steered";
import { sweepRuns } from "./sweep";

beforeEach(async () => {
  // The sweep looks after all stores at once.
  await db().execute("truncate stores cascade");
  await sweepRuns(async () => {});
});
afterEach(() => setClockOffset(0));
afterAll(closeDb);

const OVERDUE = 5_000;
const MINUTE_MS = 60_000;

async function manyOverdue() {
  const { id: storeId } = await makeStore();
  const product = await makeProduct(storeId);
  const made = await makeAutomation(storeId, { productId: product.id });
  const customer = await makeCustomer(storeId);
  const event = await makeEvent(storeId);
  const at = new Date(now().getTime() - MINUTE_MS);
  const { id } = await makeRun(storeId, { ...made, customer, event }, { dueAt: at });
  await db().execute(sql`
    insert into runs select (jsonb_populate_record(r, jsonb_build_object(
      'id', r.id || n, 'occurrence', r.occurrence || n))).*
    from runs r, generate_series(2, ${OVERDUE}) n where r.id = ${id}`);
}

/** Each batch that a sweep announced, by the ids of its runs. */
async function swept(budgetMs?: number) {
  const batches: string[][] = [];
  await sweepRuns(async (runs) => void batches.push(runs.map(({ id }) => id)), budgetMs);
  return batches;
}

test("however many are overdue together, each is announced, and then only the first again", async () => {
  await manyOverdue();
  const batches = await swept();
  expect(batches.map((batch) => batch.length)).toEqual([2_000, 2_000, 1_000]);
  expect(new Set(batches.flat()).size).toBe(OVERDUE);
  expect(await swept()).toEqual([batches[0]]);
  setClockOffset(11 * MINUTE_MS);
  expect((await swept()).flat()).toHaveLength(OVERDUE);
});

test("when time is up, the next sweep goes on where this one stopped", async () => {
  await manyOverdue();
  const [first = []] = await swept(0);
  const [again, ...rest] = await swept();
  expect(again).toEqual(first);
  expect(new Set([...first, ...rest.flat()]).size).toBe(OVERDUE);
});

test("what was steered is forgotten a day after it can be undone no more", async () => {
  const { steering } = await makeFullStore();
  const left = () => db().$count(steeringParts, eq(steeringParts.steeringId, steering.id));
  expect(await forgetSteered()).toBe(0);
  expect(await left()).toBe(1);
  setClockOffset(25 * 60 * MINUTE_MS);
  expect(await forgetSteered()).toBe(1);
  expect(await left()).toBe(0);
  expect(await db().$count(steerings)).toBe(0);
});
