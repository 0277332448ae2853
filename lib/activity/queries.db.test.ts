import { afterAll, beforeEach, describe, expect, test } from "vitest";
import {
  makeAutomation,
  makeCustomer,
  makeEvent,
  makeIntegration,
  makeProduct,
  makeRun,
  makeStore,
} from "@/drizzle/testing/factories";
import { now } from "@/lib/clock";
import { closeDb } from "@/lib/db";
import { countWaiting, listRuns, nextRuns, RUNS_PER_PAGE, type RunPage, runFacts } from "./queries";
import { getReceipt } from "./receipt-queries";

afterAll(closeDb);

const MINUTE = 60_000;
const inMinutes = (minutes: number) => new Date(now().getTime() + minutes * MINUTE);

let storeId: string;
let parts: Parameters<typeof makeRun>[1];

beforeEach(async () => {
  storeId = (await makeStore()).id;
  const product = await makeProduct(storeId);
  const customer = await makeCustomer(storeId, { email: "lucja_s@example.com", name: "Łucja" });
  const integration = await makeIntegration(storeId, { name: "Newsletter" });
  const version = { integrationId: integration.id };
  const event = await makeEvent(storeId, { payload: { event: "product_assigned", id: 7 } });
  parts = {
    ...(await makeAutomation(storeId, { productId: product.id, version })),
    customer,
    event,
  };
});

const ids = ({ rows }: RunPage) => rows.map(({ id }) => id);

describe("the list", () => {
  test("shows what is due, the latest first, with its customer and account", async () => {
    const older = await makeRun(storeId, parts, { status: "done", dueAt: inMinutes(-9) });
    const newer = await makeRun(storeId, parts, { status: "failed", dueAt: inMinutes(-1) });
    await makeRun(storeId, parts, { dueAt: inMinutes(9) });
    const page = await listRuns(storeId, {});
    expect(ids(page)).toEqual([newer.id, older.id]);
    expect(page.rows[0]).toMatchObject({
      customer: { email: "lucja_s@example.com" },
      integration: { name: "Newsletter" },
    });
    expect(page).toMatchObject({ newer: undefined, older: undefined });
  });

  test("shows what waits soonest first", async () => {
    const later = await makeRun(storeId, parts, { dueAt: inMinutes(90) });
    const sooner = await makeRun(storeId, parts, { dueAt: inMinutes(9) });
    await makeRun(storeId, parts, { status: "done", dueAt: inMinutes(-9) });
    expect(ids(await listRuns(storeId, { status: "waiting" }))).toEqual([sooner.id, later.id]);
    expect((await nextRuns(storeId, 1)).map(({ id }) => id)).toEqual([sooner.id]);
    expect(await countWaiting(storeId)).toBe(2);
    expect(await countWaiting(storeId, parts.automation.id)).toBe(2);
  });

  test("filters by automation, product, customer, status and days", async () => {
    const other = {
      ...(await makeAutomation(storeId, { productId: (await makeProduct(storeId)).id })),
      customer: await makeCustomer(storeId, { email: "jan@example.com", name: "Jan %" }),
      event: parts.event,
    };
    const one = await makeRun(storeId, parts, { status: "done", dueAt: inMinutes(-9) });
    const two = await makeRun(storeId, other, { status: "failed", dueAt: inMinutes(-1) });
    const found = async (filter: Parameters<typeof listRuns>[1]) =>
      ids(await listRuns(storeId, filter));
    expect(await found({ automationId: parts.automation.id })).toEqual([one.id]);
    expect(await found({ productId: other.automation.productId })).toEqual([two.id]);
    expect(await found({ customerId: parts.customer.id })).toEqual([one.id]);
    expect(await found({ status: "failed" })).toEqual([two.id]);
    expect(await found({ customer: "LUCJA_S@" })).toEqual([one.id]);
    expect(await found({ customer: "łucja" })).toEqual([one.id]);
    expect(await found({ customer: "%" })).toEqual([two.id]);
    expect(await found({ customer: "nobody" })).toEqual([]);
    expect(await found({ from: inMinutes(-5) })).toEqual([two.id]);
    expect(await found({ until: inMinutes(-5) })).toEqual([one.id]);
  });
});

describe.each([
  { status: "done" as const, sign: -1 },
  { status: "waiting" as const, sign: 1 },
])("pages of $status", ({ status, sign }) => {
  test("go down and up again without a gap or a repetition, also within one moment", async () => {
    const made: string[] = [];
    for (let i = 0; i < RUNS_PER_PAGE * 2 + 3; i++) {
      const dueAt = inMinutes(sign * (5 + Math.floor(i / 4)));
      made.push((await makeRun(storeId, parts, { status, dueAt })).id);
    }
    const first = await listRuns(storeId, { status });
    const second = await listRuns(storeId, { status }, { older: first.older });
    const third = await listRuns(storeId, { status }, { older: second.older });
    expect([...ids(first), ...ids(second), ...ids(third)].toSorted()).toEqual(made.toSorted());
    expect(ids(third)).toHaveLength(3);
    expect([first.newer, third.older]).toEqual([undefined, undefined]);
    const back = await listRuns(storeId, { status }, { newer: third.newer });
    expect(ids(back)).toEqual(ids(second));
    const top = await listRuns(storeId, { status }, { newer: back.newer });
    expect(ids(top)).toEqual(ids(first));
    expect(top.newer).toBeUndefined();
  });
});

test("of each automation: when it runs next, and how its latest run went", async () => {
  const idle = await makeAutomation(storeId, { productId: parts.automation.productId });
  const next = await makeRun(storeId, parts, { dueAt: inMinutes(10) });
  await makeRun(storeId, parts, { dueAt: inMinutes(20) });
  await makeRun(storeId, parts, { status: "cancelled", dueAt: inMinutes(5) });
  await makeRun(storeId, parts, { status: "done", dueAt: inMinutes(-20) });
  const last = await makeRun(storeId, parts, { status: "failed", dueAt: inMinutes(-10) });
  const facts = await runFacts(storeId, [parts.automation.id, idle.automation.id]);
  expect(facts.get(parts.automation.id)).toEqual({
    nextAt: next.dueAt,
    last: { status: "failed", dueAt: last.dueAt },
  });
  expect(facts.get(idle.automation.id)).toEqual({ nextAt: undefined, last: undefined });
  expect(await runFacts(storeId, [])).toEqual(new Map());
});

test("a receipt holds the event, the version and the attempts", async () => {
  const run = await makeRun(storeId, parts, { status: "done" });
  const receipt = await getReceipt(storeId, run.id);
  expect(receipt).toMatchObject({
    run: { id: run.id },
    customer: { id: parts.customer.id },
    event: { id: parts.event.id, signature: "unsigned" },
    version: { number: 1 },
    integration: { name: "Newsletter" },
    attempts: [],
  });
  expect(receipt.event.raw).toBe('{"event":"product_assigned","id":7}');
});

test("another store sees nothing of it", async () => {
  const run = await makeRun(storeId, parts, { status: "done", dueAt: inMinutes(-1) });
  const { id: other } = await makeStore();
  expect(ids(await listRuns(other, { customerId: parts.customer.id }))).toEqual([]);
  expect(await nextRuns(other, 5)).toEqual([]);
  expect((await runFacts(other, [parts.automation.id])).get(parts.automation.id)?.last).toBe(
    undefined,
  );
  await expect(getReceipt(other, run.id)).rejects.toThrow("notFound");
});
