import { eq } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { accessChanges } from "@/drizzle/schema/events";
import { runs } from "@/drizzle/schema/runs";
import {
  makeAccess,
  makeAutomation,
  makeCustomer,
  makeEvent,
  makeProduct,
  makeStore,
} from "@/drizzle/testing/factories";
import { now } from "@/lib/clock";
import { closeDb, db } from "@/lib/db";
import { type SampleEvent, sampleEvent } from "@/lib/easycart/samples";
import { planRuns } from "../plan";
import { onHistory } from "./on-history";

const DAY_MS = 86_400_000;
const daysAgo = (days: number) => new Date(now().getTime() - days * DAY_MS);

let storeId: string;
let product: Awaited<ReturnType<typeof makeProduct>>;
beforeEach(async () => {
  storeId = (await makeStore()).id;
  product = await makeProduct(storeId);
});
afterAll(closeDb);

async function told(name: SampleEvent, days: number, email: string, more: object = {}) {
  const at = daysAgo(days);
  const payload = { ...sampleEvent(name, { email, orderId: email, now: at }), ...more };
  const given = { name, payload, productId: product.id, occurredAt: at, receivedAt: at };
  await planRuns((await makeEvent(storeId, given)).id);
}

const rule = async (given: object = {}) =>
  (await makeAutomation(storeId, { productId: product.id, version: given })).version;

test("says for whom an automation would have run and when, and changes nothing", async () => {
  await told("product_assigned", 3, "anna@example.test");
  await told("single_product_bought", 3, "anna@example.test");
  await told("product_assigned", 20, "jan@example.test");
  const version = await rule({ moment: { side: "after", unit: "hours", value: 5 } });
  const week = await onHistory(storeId, version, { productId: product.id, days: 7 });
  expect(week.rows.map(({ person, verdict }) => [person.email, verdict])).toEqual([
    ["anna@example.test", "again"],
    ["anna@example.test", "would"],
  ]);
  const due = week.rows[1]?.dueAt.getTime() ?? 0;
  expect(Math.abs(due - daysAgo(3).getTime() - 5 * 3_600_000)).toBeLessThan(5_000);
  const month = await onHistory(storeId, version, { productId: product.id, days: 30 });
  expect(month.rows).toHaveLength(3);
  expect(await db().select().from(runs).where(eq(runs.storeId, storeId))).toEqual([]);
});

test("tells who has had a run, and whose conditions would not hold", async () => {
  const version = await rule();
  await told("product_assigned", 1, "anna@example.test");
  await told("product_assigned", 1, "john@example.test", { lang: "en" });
  const ask = async (asked: typeof version) =>
    (await onHistory(storeId, asked, { productId: product.id, days: 7 })).rows.map(
      ({ verdict }) => verdict,
    );
  expect(await ask(version)).toEqual(["has", "has"]);
  const another = await rule({ conditions: [{ fact: "language", is: "equal", value: "en" }] });
  expect(await ask(another)).toEqual(["would", "unmet"]);
});

test("pages through many, each event once", async () => {
  for (let each = 0; each < 60; each++) await told("product_assigned", 2, `k${each}@example.test`);
  const version = await rule();
  const first = await onHistory(storeId, version, { productId: product.id, days: 7 });
  const asked = { productId: product.id, days: 7, after: first.next };
  const second = await onHistory(storeId, version, asked);
  const ids = [...first.rows, ...second.rows].map(({ eventId }) => eventId);
  expect([first.rows.length, second.rows.length, new Set(ids).size]).toEqual([50, 10, 60]);
  expect(second.next).toBeUndefined();
});

test("counts each verdict, and takes a rule that was never saved", async () => {
  await told("product_assigned", 3, "anna@example.test");
  await told("single_product_bought", 3, "anna@example.test");
  await told("product_assigned", 4, "john@example.test", { lang: "en" });
  const draft = {
    ...{ trigger: "purchase" as const, moment: null, late: "skip" as const, sendingWindow: null },
    conditions: [{ fact: "language" as const, is: "equal" as const, value: "en" }],
  };
  const { sum } = await onHistory(storeId, draft, { productId: product.id, days: 7 });
  expect(sum).toEqual({ would: 1, has: 0, again: 1, skipped: 0, unmet: 1, more: false });
});

test("what comes before an end is reckoned from when the end was known, not from its event", async () => {
  const subscription = await makeProduct(storeId, { kind: "subscription" });
  product = subscription;
  const end = { endsAt: daysAgo(2) };
  const customer = await makeCustomer(storeId);
  const access = await makeAccess(storeId, {
    ...{ productId: product.id, customerId: customer.id, startedAt: daysAgo(32), ...end },
  });
  const ended = await makeEvent(storeId, {
    ...{ name: "product_access_expired", productId: product.id, customerId: customer.id },
    ...{ occurredAt: end.endsAt, receivedAt: end.endsAt, plannedAt: end.endsAt },
  });
  const change = { storeId, accessId: access.id, ...end };
  await db()
    .insert(accessChanges)
    .values([
      { ...change, what: "bought", at: daysAgo(32) },
      { ...change, what: "expired", at: end.endsAt, eventId: ended.id },
    ]);
  const moment = { side: "before", unit: "days", value: 7 } as const;
  const version = await rule({ trigger: "access_expired", moment });
  const { rows } = await onHistory(storeId, version, { productId: product.id, days: 7 });
  expect(rows.map(({ verdict }) => verdict)).toEqual(["would"]);
  expect(Math.abs((rows[0]?.dueAt.getTime() ?? 0) - daysAgo(9).getTime())).toBeLessThan(7_200_000);
});

test("knows nothing of another store's events", async () => {
  await told("product_assigned", 1, "anna@example.test");
  const version = await rule();
  const other = await makeStore();
  expect((await onHistory(other.id, version, { productId: product.id, days: 7 })).rows).toEqual([]);
});
