import { eq } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { accesses } from "@/drizzle/schema/events";
import { products } from "@/drizzle/schema/products";
import { makeAccess, makeCustomer, makeProduct, makeStore } from "@/drizzle/testing/factories";
import { inDays, keysOf, storyOf } from "@/drizzle/testing/story";
import { closeDb, db } from "@/lib/db";
import { clockOccurrences } from "./clock";

let storeId: string;
let productId: string;
let story: ReturnType<typeof storyOf>;
const tell: typeof story.tell = (...args) => story.tell(...args);

beforeEach(async () => {
  // The clock looks after all stores at once.
  await db()
    .update(accesses)
    .set({ endedAt: inDays(0) });
  const easycartId = crypto.randomUUID();
  storeId = (await makeStore()).id;
  productId = (await makeProduct(storeId, { easycartId, accessDays: 10 })).id;
  story = storyOf(storeId, easycartId);
});
afterAll(closeDb);

const take = (at: Date, limit = 100) => db().transaction((tx) => clockOccurrences(tx, at, limit));
const sweep = async (...asked: Parameters<typeof take>) => (await take(...asked)).occurrences;
const access = async () => {
  const [row] = await db().select().from(accesses).where(eq(accesses.storeId, storeId));
  return row;
};

describe("an access whose end EasyCart never tells", () => {
  test("expires and is over, each at its moment and once", async () => {
    const { event } = await tell("product_assigned", 0);
    expect(await sweep(inDays(6.9))).toEqual([]);
    const told = { storeId, productId, customerId: event.customerId, eventId: event.id };
    expect(await sweep(inDays(7))).toMatchObject([
      { ...told, trigger: "access_expiring", at: inDays(7) },
    ]);
    expect(await sweep(inDays(9.9))).toEqual([]);
    expect(await sweep(inDays(11))).toMatchObject([
      { ...told, trigger: "access_expired", at: inDays(10) },
    ]);
    expect(await access()).toMatchObject({ endsAt: inDays(10), endedAt: inDays(10) });
    expect(await sweep(inDays(12))).toEqual([]);
  });

  test("begins to expire three days of the calendar before, over the end of summer time too", async () => {
    await db().update(products).set({ accessDays: 25 }).where(eq(products.id, productId));
    await tell("product_assigned", 0);
    // Ends on 26 October at 9:00 in winter time; three days before, 10:00 in summer time was 8:00 UTC.
    const moment = new Date("2026-10-23T08:00:00Z");
    await expect(sweep(new Date(moment.getTime() - 1))).resolves.toEqual([]);
    expect(await sweep(moment)).toMatchObject([{ trigger: "access_expiring", at: moment }]);
  });

  test("never began to expire when it is shorter than that", async () => {
    await db().update(products).set({ accessDays: 2 }).where(eq(products.id, productId));
    await tell("product_assigned", 0);
    expect(await sweep(inDays(1))).toEqual([]);
    expect(await sweep(inDays(2))).toMatchObject([{ trigger: "access_expired" }]);
  });
});

describe("the clock and EasyCart's word", () => {
  test("are one when EasyCart is later, though it tells another hour", async () => {
    await tell("product_assigned", 0);
    const [expiring] = await sweep(inDays(7));
    const late = await tell("product_access_expiring", 7.2, { endsAt: inDays(10.9) });
    expect(keysOf(late)).toEqual([expiring?.key]);
    expect(await sweep(inDays(8))).toEqual([]);
    const [expired] = await sweep(inDays(10.95));
    const over = await tell("product_access_expired", 11.5);
    expect(keysOf(over)).toEqual([expired?.key]);
    expect(over.changes).toEqual([]);
  });

  test("are one when EasyCart is earlier", async () => {
    await tell("product_assigned", 0);
    await tell("product_access_expiring", 6.8, { endsAt: inDays(10) });
    expect(await sweep(inDays(7.5))).toEqual([]);
    await tell("product_access_expired", 9.9);
    expect(await sweep(inDays(11))).toEqual([]);
  });

  test("a later end is an end of its own", async () => {
    await tell("product_assigned", 0);
    const [first] = await sweep(inDays(7));
    await tell("product_assigned", 8);
    const [second] = await sweep(inDays(15));
    expect(second).toMatchObject({ trigger: "access_expiring", at: inDays(15) });
    expect(second?.key).not.toBe(first?.key);
  });

  test("what the clock ended stays so until it is given again", async () => {
    await tell("product_assigned", 0);
    await sweep(inDays(11));
    await tell("single_product_bought", 0);
    expect(await access()).toMatchObject({ endedAt: inDays(10) });
    const again = await tell("product_assigned", 12);
    expect(again.changes).toMatchObject([{ kind: "regained", access: { endsAt: inDays(22) } }]);
  });
});

test("an access given again a little after its end is there again, and ends again", async () => {
  await db().update(products).set({ accessDays: 1 }).where(eq(products.id, productId));
  await tell("product_assigned", 0);
  const [first] = await sweep(inDays(1.2));
  await tell("product_assigned", 1.5);
  expect(await access()).toMatchObject({ endsAt: inDays(2.5), endedAt: null });
  const [second] = await sweep(inDays(3));
  expect(second?.trigger).toBe("access_expired");
  expect(second?.key).not.toBe(first?.key);
});

test("a subscription that renews is not over at the end of a period", async () => {
  await db()
    .update(products)
    .set({ kind: "subscription", accessDays: null })
    .where(eq(products.id, productId));
  await tell("subscription_created", 0, { endsAt: inDays(30) });
  expect(await sweep(inDays(31))).toEqual([]);
  await tell("subscription_canceled", 31, { endsAt: inDays(60) });
  const triggers = (await sweep(inDays(60))).map(({ trigger }) => trigger);
  expect(triggers).toEqual(["access_expired"]);
});

test("sweeps at one moment share the work", async () => {
  for (let order = 0; order < 6; order++)
    await tell("product_assigned", 0, { orderId: `o${order}`, email: `k${order}@example.test` });
  const taken = await Promise.all([1, 2, 3].map(() => sweep(inDays(11), 2)));
  expect(taken.map(({ length }) => length)).toEqual([2, 2, 2]);
  expect(new Set(taken.flat().map(({ key }) => key)).size).toBe(6);
});

test("an access that no event told of ends without a run to plan", async () => {
  const customer = await makeCustomer(storeId);
  await makeAccess(storeId, { productId, customerId: customer.id, endsAt: inDays(5) });
  expect(await sweep(inDays(6))).toEqual([]);
  expect(await access()).toMatchObject({ endedAt: inDays(5) });
});
