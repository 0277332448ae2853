import { eq } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { accesses, customers, shopEvents } from "@/drizzle/schema/events";
import { products } from "@/drizzle/schema/products";
import { makeProduct, makeStore } from "@/drizzle/testing/factories";
import { inDays, storyOf, type Told } from "@/drizzle/testing/story";
import { closeDb, db } from "@/lib/db";
import type { SampleEvent } from "@/lib/easycart/samples";

let storeId: string;
let story: ReturnType<typeof storyOf>;
const tell: typeof story.tell = (...args) => story.tell(...args);

beforeEach(async () => {
  const easycartId = crypto.randomUUID();
  storeId = (await makeStore()).id;
  await makeProduct(storeId, { easycartId, kind: "subscription" });
  story = storyOf(storeId, easycartId);
});
afterAll(closeDb);

const accessesNow = () => db().select().from(accesses).where(eq(accesses.storeId, storeId));
const customersNow = () => db().select().from(customers).where(eq(customers.storeId, storeId));

describe("which product", () => {
  const productsNow = () => db().select().from(products).where(eq(products.storeId, storeId));

  test("an unknown id makes it known, once for many at a time", async () => {
    const id = crypto.randomUUID();
    const events = await Promise.all(
      Array.from({ length: 8 }, (_, at) =>
        story.received("subscription_created", 0, {
          productId: id,
          productName: "Klub",
          email: `k${at}@example.test`,
          orderId: `o${at}`,
        }),
      ),
    );
    await Promise.all(events.map(story.apply));
    const discovered = (await productsNow()).filter(({ origin }) => origin === "discovered");
    expect(discovered).toMatchObject([{ name: "Klub", kind: "subscription", easycartId: id }]);
    expect(discovered[0]?.savedAt).not.toBeNull();
  });

  test("without an id the name tells, where only one bears it", async () => {
    const course = await makeProduct(storeId, { name: "Kurs Portretu" });
    const byName = { productId: undefined, productName: "kurs portretu" };
    const told = async () => (await tell("product_assigned", 0, byName)).event.productId;
    expect(await told()).toBe(course.id);
    await makeProduct(storeId, { name: "KURS PORTRETU" });
    expect(await told()).toBeNull();
  });

  test("an event about nothing we know stays stored and brings nothing about", async () => {
    const { event, occurrences } = await tell("product_assigned", 0, {
      productId: undefined,
      email: "nie-adres",
    });
    expect(occurrences).toEqual([]);
    const [stored] = await db().select().from(shopEvents).where(eq(shopEvents.id, event.id));
    expect(stored).toMatchObject({ productId: null });
  });
});

describe("which customer", () => {
  const id = (number: number) => ({ customer_id: number });
  const changed = (email: string, days: number) =>
    tell("customer_data_changed", days, { email, name: "Anna Lis", more: id(7) });

  test("a changed address moves the customer with all that hangs on it", async () => {
    const bought = await tell("product_assigned", 0, { email: "stary@example.test", more: id(7) });
    await changed("nowy@example.test", 1);
    expect(await customersNow()).toMatchObject([
      { id: bought.event.customerId, email: "nowy@example.test", name: "Anna Lis" },
    ]);
    const later = await tell("product_access_expired", 2, { email: "nowy@example.test" });
    expect(later.event.customerId).toBe(bought.event.customerId);
  });

  test("an older event with the old address is still theirs", async () => {
    await changed("nowy@example.test", 1);
    await tell("product_assigned", 0, { email: "stary@example.test", more: id(7) });
    await changed("jeszcze-starszy@example.test", 0.5);
    expect(await customersNow()).toMatchObject([{ email: "nowy@example.test" }]);
  });

  test("somebody who was known under both addresses is one", async () => {
    await tell("product_assigned", 0, { email: "stary@example.test", more: id(7) });
    await tell("product_access_expired", 30, { email: "nowy@example.test", more: id(8) });
    await changed("nowy@example.test", 31);
    expect(await customersNow()).toMatchObject([{ email: "nowy@example.test" }]);
    expect(await accessesNow()).toMatchObject([{ startedAt: inDays(0), endedAt: inDays(30) }]);
  });
});

describe("any order of arrival, with repetitions,", () => {
  const told: [SampleEvent, number, Told?][] = [
    ["subscription_created", 0],
    ["product_assigned", 0],
    ["subscription_renewed", 30, { orderId: "renewal-1" }],
    ["subscription_canceled", 40, { endsAt: inDays(60) }],
    ["product_access_expiring", 57, { endsAt: inDays(60) }],
    ["subscription_expired", 60],
    ["product_access_expired", 60],
    ["product_assigned", 80, { orderId: "order-2" }],
  ];
  const orders = [
    [0, 1, 2, 3, 4, 5, 6, 7],
    [7, 6, 5, 4, 3, 2, 1, 0],
    [5, 0, 7, 2, 6, 1, 4, 3],
    [2, 3, 6, 4, 7, 1, 5, 0],
    [3, 5, 1, 7, 0, 2, 4, 6],
  ];

  test.each(orders.map((order) => [order]))("%j ends in the same ledger", async (order) => {
    const events = [];
    for (const each of told) events.push(await story.received(...each));
    for (const at of [...order, ...order]) {
      const event = events[at];
      if (event) await story.apply(event);
    }
    const rows = (await accessesNow()).toSorted((a, b) => (a.source < b.source ? -1 : 1));
    expect(rows).toMatchObject([
      { source: "order-1", startedAt: inDays(0), endsAt: inDays(60), endedAt: inDays(60) },
      { source: "order-2", startedAt: inDays(80), endsAt: null, endedAt: null },
    ]);
    expect(rows).toHaveLength(2);
  });
});
