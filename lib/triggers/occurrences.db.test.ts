import { eq } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { accesses } from "@/drizzle/schema/events";
import { products } from "@/drizzle/schema/products";
import { makeProduct, makeStore } from "@/drizzle/testing/factories";
import { inDays, keysOf, storyOf, triggersOf } from "@/drizzle/testing/story";
import { closeDb, db } from "@/lib/db";
import { foreseenOccurrences } from "./foreseen";

let storeId: string;
let productId: string;
let story: ReturnType<typeof storyOf>;
const tell: typeof story.tell = (...args) => story.tell(...args);

beforeEach(async () => {
  const easycartId = crypto.randomUUID();
  storeId = (await makeStore()).id;
  productId = (await makeProduct(storeId, { easycartId, kind: "subscription" })).id;
  story = storyOf(storeId, easycartId);
});
afterAll(closeDb);

const accessesNow = () => db().select().from(accesses).where(eq(accesses.storeId, storeId));

describe("purchase", () => {
  test.each([
    ["single_product_bought", "product_assigned"],
    ["product_assigned", "subscription_created"],
  ] as const)("%s and %s are one occurrence", async (first, second) => {
    const [a, b] = [await tell(first, 0), await tell(second, 0)];
    expect(triggersOf(a)).toEqual(["purchase"]);
    expect(keysOf(a)).toEqual(keysOf(b));
    expect(a.occurrences[0]?.accessId).toBe(b.occurrences[0]?.accessId);
    expect(await accessesNow()).toHaveLength(1);
  });

  test("for somebody else is theirs, once for each of them", async () => {
    const people = ["ola", "jan"].map((name) => ({ name, email: `${name}@example.test` }));
    const [ola, jan] = people;
    expect((await tell("single_product_bought", 0, { assignee: ola })).occurrences).toEqual([]);
    const first = await tell("product_assigned", 1, { assignee: ola });
    const second = await tell("product_assigned", 2, { assignee: jan });
    expect([...triggersOf(first), ...triggersOf(second)]).toEqual(["purchase", "purchase"]);
    expect(keysOf(first)).not.toEqual(keysOf(second));
    expect((await accessesNow()).length).toBe(2);
  });

  test("of a free product, and of a recovered cart, is a purchase", async () => {
    const free = await tell("product_assigned", 0, { amount: 0 });
    const recovered = { recovered_checkout_session: "cs_1" };
    const back = await tell("single_product_bought", 1, { orderId: "order-2", more: recovered });
    expect([...triggersOf(free), ...triggersOf(back)]).toEqual(["purchase", "purchase"]);
  });

  test("again is another one; another product of the order as well", async () => {
    const other = { productId: crypto.randomUUID() };
    const keys = [
      keysOf(await tell("product_assigned", 0)),
      keysOf(await tell("product_assigned", 1, { orderId: "order-2" })),
      keysOf(await tell("product_assigned", 0, other)),
    ];
    expect(new Set(keys.flat()).size).toBe(3);
  });
});

describe("the end of a subscription", () => {
  test("is not its cancellation, which only makes it known", async () => {
    await tell("subscription_created", 0);
    const { occurrences, changes } = await tell("subscription_canceled", 5, { endsAt: inDays(30) });
    expect(occurrences).toEqual([]);
    expect(changes).toMatchObject([{ kind: "moved", access: { endsAt: inDays(30) } }]);
    const ahead = changes.flatMap(({ access }) => foreseenOccurrences(access, "evt"));
    expect(ahead.map(({ trigger, at }) => [trigger, at])).toEqual([
      ["access_expired", inDays(30)],
      ["subscription_ended", inDays(30)],
      // Three days of the calendar before.
      ["access_expiring", inDays(27)],
    ]);
  });

  test("is told twice and is one; runs before it bear the same key", async () => {
    await tell("subscription_created", 0);
    const { changes } = await tell("subscription_canceled", 5, { endsAt: inDays(30) });
    const ahead = changes.flatMap(({ access }) => foreseenOccurrences(access, "evt"));
    const ended = await tell("subscription_expired", 30.2);
    const expired = await tell("product_access_expired", 30.3);
    expect(triggersOf(ended)).toEqual(["subscription_ended", "access_expired"]);
    expect(triggersOf(expired)).toEqual(["access_expired"]);
    const foreseen = ahead.map(({ key }) => key);
    expect(foreseen).toEqual(expect.arrayContaining([...keysOf(ended), ...keysOf(expired)]));
    expect(ended.changes).toMatchObject([{ kind: "ended" }]);
    expect(expired.changes).toEqual([]);
  });

  test("vanishes with a renewal and comes anew", async () => {
    await tell("subscription_created", 0);
    await tell("subscription_canceled", 5, { endsAt: inDays(30) });
    const resumed = await tell("subscription_resumed", 6);
    expect(resumed.changes).toMatchObject([{ kind: "vanished", before: { endsAt: inDays(30) } }]);
    const again = await tell("subscription_canceled", 40, { endsAt: inDays(60) });
    expect(again.changes).toMatchObject([{ kind: "moved", access: { endsAt: inDays(60) } }]);
  });

  test("without a known beginning is still an end", async () => {
    const ended = await tell("subscription_expired", 30);
    expect(triggersOf(ended)).toEqual(["subscription_ended", "access_expired"]);
    const late = await tell("subscription_created", 0);
    expect(late.occurrences[0]?.accessId).toBe(ended.occurrences[0]?.accessId);
    expect(await accessesNow()).toMatchObject([{ startedAt: inDays(0), endedAt: inDays(30) }]);
  });
});

describe("an access of a known length", () => {
  test("keeps the length it was granted with", async () => {
    await db().update(products).set({ accessDays: 30 }).where(eq(products.id, productId));
    await tell("product_assigned", 0);
    await db().update(products).set({ accessDays: 90 }).where(eq(products.id, productId));
    await tell("subscription_renewed", 1);
    // 30 days of the calendar, over the end of summer time.
    const end = new Date("2026-10-31T09:00:00Z");
    expect(await accessesNow()).toMatchObject([{ endsAt: end }]);
  });

  test("expires once, whether by EasyCart's word or by the date it told", async () => {
    await db().update(products).set({ accessDays: 10 }).where(eq(products.id, productId));
    const { changes } = await tell("product_assigned", 0);
    const ahead = changes.flatMap(({ access }) => foreseenOccurrences(access, "evt"));
    // EasyCart's end is some hours later, on the next day.
    const expiring = await tell("product_access_expiring", 7.3, { endsAt: inDays(10.7) });
    expect(ahead.map(({ key }) => key)).toEqual(expect.arrayContaining(keysOf(expiring)));
    expect(expiring.changes).toMatchObject([{ kind: "moved", access: { endsAt: inDays(10.7) } }]);
  });

  test("given again after its end is regained", async () => {
    await tell("product_assigned", 0);
    await tell("product_access_expired", 10);
    const other = await tell("product_assigned", 20, { orderId: "order-2" });
    expect(other.changes).toMatchObject([{ kind: "regained", before: null }]);
    await tell("product_access_expired", 30, { orderId: "order-2" });
    const same = await tell("product_assigned", 40, { orderId: "order-2" });
    expect(same.changes).toMatchObject([{ kind: "regained", access: { endedAt: null } }]);
  });
});

describe("events that no trigger knows", () => {
  test.each([
    "subscription_renewed",
    "subscription_renewal_failed",
    "subscription_renewal_upcoming",
    "subscription_resumed",
    "subscription_canceled",
    "subscription_deleted",
    "customer_data_changed",
    "cart_recovery_started",
    "qr_code_scanned",
  ] as const)("%s is no purchase and no end", async (name) => {
    const triggers = triggersOf(await tell(name, 0));
    const own = { cart_recovery_started: ["cart_recovery"], qr_code_scanned: ["qr_scanned"] };
    expect(triggers).toEqual(own[name as keyof typeof own] ?? []);
  });

  test("a change of plan is one each time", async () => {
    const keys = [
      ...keysOf(await tell("subscription_plan_changed", 0)),
      ...keysOf(await tell("subscription_plan_changed", 1)),
    ];
    expect(new Set(keys).size).toBe(2);
  });

  test("a store's own names for recovery and scans", async () => {
    storeId = (await makeStore({ cartRecoveryEvent: "koszyk.wraca", qrScannedEvent: "Skan" })).id;
    story = storyOf(storeId, crypto.randomUUID());
    const recovered = await tell("cart_recovery_started", 0, { event: "koszyk_wraca" });
    const scanned = await tell("qr_code_scanned", 0, { event: "skan" });
    expect([...triggersOf(recovered), ...triggersOf(scanned)]).toEqual([
      "cart_recovery",
      "qr_scanned",
    ]);
    expect(triggersOf(await tell("qr_code_scanned", 1))).toEqual([]);
  });
});
