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
import { countWaiting, latestRuns, listRuns, nextRuns } from "@/lib/activity/queries";
import { countByStatus, firstRunAt, listCauses } from "@/lib/activity/start-queries";
import { now } from "@/lib/clock";
import { closeDb, db } from "@/lib/db";
import {
  countMovable,
  countTouched,
  listTouched,
  moveTouched,
  slotsOfTouched,
} from "@/lib/runs/edit/queries";
import { waitingRunsOfEnd, waitingRunsOfEvent } from "@/lib/runs/queries";
import { partAfter, steeredRuns, steerWaiting } from "@/lib/runs/steer-queries";
import { overdueRuns } from "@/lib/runs/sweep-queries";
import { openParts, restorePart, runAndSteering } from "@/lib/runs/undo-queries";
import { countByDay, countWaitingRuns, waitingIds, waitingSpan } from "@/lib/runs/waiting-queries";

// One connection: PostgreSQL counts what each has read, and is asked on the same one.
vi.stubEnv("DATABASE_POOL", "1");

/** So many that no plan reads all of them where an index serves. */
const OTHER_STORES = 10;
const THEIR_RUNS = 1_000;
/** PostgreSQL plans a statement for its values five times, and then perhaps once for all values. */
const TIMES = 7;
const LONG_AGO = new Date(0);
const FAR_AHEAD = new Date("2100-01-01");

type Store = Awaited<ReturnType<typeof storeWith>>;
let own: Store;

beforeAll(async () => {
  for (let store = 0; store < OTHER_STORES; store++) await storeWith(THEIR_RUNS);
  own = await storeWith(100);
  await db().execute(sql`vacuum analyze runs`);
}, 60_000);
afterAll(closeDb);

/** A store with `count` runs over the last and the next fifty days; what is due has failed. */
async function storeWith(count: number) {
  const { id: storeId } = await makeStore();
  const { id: userId } = await makeMember(storeId);
  const product = await makeProduct(storeId);
  const made = await makeAutomation(storeId, { productId: product.id });
  const customer = await makeCustomer(storeId);
  const event = await makeEvent(storeId);
  const run = await makeRun(storeId, { ...made, customer, event });
  await db().execute(sql`
    insert into runs select (jsonb_populate_record(r, jsonb_build_object(
      'id', r.id || n, 'occurrence', r.occurrence || n, 'due_at', d.at,
      'wake_at', case when d.waits then d.at end,
      'status', case when d.waits then 'waiting' else 'failed' end,
      'finished_at', case when not d.waits then d.at end))).*
    from runs r, generate_series(1, ${count - 1}) n,
      lateral (select r.due_at + (n - ${count / 2}) * interval '100 days' / ${count} as at, n > ${count / 2} as waits) d
    where r.id = ${run.id}`);
  return {
    storeId,
    userId,
    run,
    customer,
    product,
    automationId: made.automation.id,
    eventId: event.id,
  };
}

/** How often a statement has gone through all runs so far. */
async function wholeReads(): Promise<number> {
  await db().execute(sql`select pg_stat_force_next_flush()`);
  const [row] = await db().execute<{ reads: string }>(
    sql`select seq_scan as reads from pg_stat_user_tables where schemaname = 'public' and relname = 'runs'`,
  );
  return Number(row?.reads);
}

const READS: [what: string, read: (store: Store) => Promise<unknown>][] = [
  ["the timeline's span", ({ storeId }) => waitingSpan(storeId)],
  ["the timeline's days", ({ storeId }) => countByDay(storeId, {}, [now(), FAR_AHEAD], 100)],
  [
    "the timeline's days of a product",
    ({ storeId, product }) => countByDay(storeId, { productId: product.id }, [now(), FAR_AHEAD], 9),
  ],
  ["whom a deed means", ({ storeId }) => waitingIds(storeId, { filter: {} }, 200)],
  [
    "whom a deed on a customer's means",
    ({ storeId, customer }) => waitingIds(storeId, { filter: { customerId: customer.id } }, 200),
  ],
  ["how many a deed means", ({ storeId }) => countWaitingRuns(db(), storeId, { filter: {} }, 200)],
  ["what waits, on activity", ({ storeId }) => listRuns(storeId, { status: "waiting" })],
  ["what failed, on activity", ({ storeId }) => listRuns(storeId, { status: "failed" })],
  ["activity", ({ storeId }) => listRuns(storeId, {})],
  ["an automation's activity", ({ storeId, automationId }) => listRuns(storeId, { automationId })],
  [
    "a customer's activity",
    ({ storeId, customer }) => listRuns(storeId, { customerId: customer.id }),
  ],
  ["the latest", ({ storeId }) => latestRuns(storeId, {}, 9)],
  ["the next", ({ storeId }) => nextRuns(storeId, 9)],
  ["how many wait", ({ storeId }) => countWaiting(storeId)],
  ["a span by status", ({ storeId }) => countByStatus(storeId, { from: LONG_AGO, until: now() })],
  ["the first", ({ storeId }) => firstRunAt(storeId)],
  ["the causes of failures", ({ storeId }) => listCauses(storeId, LONG_AGO)],
  ["whom an edit touches", ({ storeId, automationId }) => countTouched(storeId, automationId)],
  [
    "whom an edit moves",
    ({ storeId, automationId }) =>
      countMovable(storeId, automationId, { trigger: "purchase", latest: now() }),
  ],
  [
    "a page of them",
    ({ storeId, automationId }) =>
      listTouched(storeId, automationId, { trigger: "purchase", limit: 9 }),
  ],
  ["an event's runs", ({ storeId, eventId }) => waitingRunsOfEvent(db(), storeId, eventId)],
  [
    "runs that wait for an end",
    ({ storeId, customer, product }) =>
      waitingRunsOfEnd(db(), storeId, { customerId: customer.id, productId: product.id }, [
        "purchase",
      ]),
  ],
  ["who looks early", ({ storeId, run }) => runAndSteering(storeId, run.id, LONG_AGO)],
  ["the sweep", () => overdueRuns(now(), 9)],
];

test.each(READS)("%s: read by an index", async (_, read) => {
  const before = await wholeReads();
  for (let time = 0; time < TIMES; time++) await read(own);
  expect((await wholeReads()) - before).toBe(0);
});

test("steering, telling of it and undoing it reach their runs by an index", async () => {
  const { storeId, userId, automationId } = own;
  const trigger = "purchase";
  const before = await wholeReads();
  for (let time = 0; time < TIMES; time++) {
    const at = now();
    const ids = await waitingIds(storeId, { filter: {} }, 20);
    const { id } = await steerWaiting(
      db(),
      storeId,
      { ids },
      { kind: "cancel", reason: "byHand" },
      { userId, at },
    );
    const part = await partAfter(db(), storeId, id, "");
    const first = part?.first ?? "";
    expect(await steeredRuns(db(), storeId, { steeringId: id, first, from: 0 }, 9)).toHaveLength(9);
    expect(await openParts(db(), storeId, id)).toEqual([first]);
    await restorePart(db(), storeId, { id, kind: "cancel", at }, first, now());
  }
  const which = { filter: { automationId } };
  const slots = await slotsOfTouched(db(), storeId, which, { trigger, ms: 60_000 });
  await db().transaction((tx) =>
    moveTouched(
      tx,
      storeId,
      which,
      {
        ...{ trigger, ms: 60_000, version: 2, mustPrecede: false, timing: {} },
        slots: slots.map((slot) => ({ slot, meant: slot * 60_000, opens: null })),
      },
      { userId, at: now() },
    ),
  );
  expect((await wholeReads()) - before).toBe(0);
});

test("what has no index is noticed", async () => {
  const before = await wholeReads();
  await db().execute(sql`select count(*) from runs where words = 'nobody said'`);
  expect((await wholeReads()) - before).toBeGreaterThan(0);
});
