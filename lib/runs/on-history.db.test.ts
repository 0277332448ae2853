import { eq } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { runs } from "@/drizzle/schema/runs";
import { makeAutomation, makeEvent, makeProduct, makeStore } from "@/drizzle/testing/factories";
import { now } from "@/lib/clock";
import { closeDb, db } from "@/lib/db";
import { type SampleEvent, sampleEvent } from "@/lib/easycart/samples";
import { onHistory } from "./on-history";
import { planRuns } from "./plan";

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

test("knows nothing of another store's events", async () => {
  await told("product_assigned", 1, "anna@example.test");
  const version = await rule();
  const other = await makeStore();
  expect((await onHistory(other.id, version, { productId: product.id, days: 7 })).rows).toEqual([]);
});
