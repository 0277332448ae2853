import { eq } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { runs } from "@/drizzle/schema/runs";
import { makeAutomation, makeEvent, makeProduct, makeStore } from "@/drizzle/testing/factories";
import type { ExitRule } from "@/lib/automations/exit-rules";
import { now } from "@/lib/clock";
import { closeDb, db } from "@/lib/db";
import { type SampleEvent, sampleEvent } from "@/lib/easycart/samples";
import type { Trigger } from "@/lib/triggers/trigger";
import { claimRun } from "./claim";
import { planRuns } from "./plan";
import { rerun } from "./steer";

type Product = Awaited<ReturnType<typeof makeProduct>>;
let storeId: string;
let product: Product;
beforeEach(async () => {
  storeId = (await makeStore()).id;
  product = await makeProduct(storeId, { kind: "subscription" });
});
afterAll(closeDb);

const DAY_MS = 86_400_000;
const daysAgo = (days: number) => new Date(now().getTime() - days * DAY_MS);
const IN_TWO_WEEKS = { side: "after", unit: "weeks", value: 2 } as const;
const BOUGHT: ExitRule = { when: "bought", productId: null };

/** Two weeks after `trigger`, unless one of the rules holds by then. */
const automated = (trigger: Trigger, ...exitRules: ExitRule[]) =>
  makeAutomation(storeId, {
    productId: product.id,
    version: { trigger, moment: IN_TWO_WEEKS, exitRules },
  });

type Told = { at?: Date; of?: Product; order?: string; isSample?: boolean };

async function told(name: SampleEvent, { at = now(), of = product, ...more }: Told = {}) {
  const orderId = more.order ?? "order 1";
  const event = await makeEvent(storeId, {
    payload: sampleEvent(name, { email: "anna@example.test", orderId, now: at }),
    ...{ name, productId: of.id, occurredAt: at, isSample: more.isSample ?? false },
  });
  await planRuns(event.id);
}

async function only() {
  const [run, ...others] = await db().select().from(runs).where(eq(runs.storeId, storeId));
  expect(others).toEqual([]);
  if (!run) throw new Error("Nothing was planned");
  return run;
}

const cancelled = (reason: string) => ({ status: "cancelled", reason, wakeAt: null });

describe("whoever is being won back and buys", () => {
  beforeEach(async () => {
    await automated("cart_recovery", BOUGHT);
  });

  test("the product is left alone, as soon as it is known", async () => {
    await told("cart_recovery_started", { at: daysAgo(1) });
    await told("product_assigned", { order: "order 2" });
    expect(await only()).toMatchObject(cancelled("boughtMeanwhile"));
  });

  test("the order made of that very cart counts", async () => {
    await told("cart_recovery_started", { at: daysAgo(1), order: "order 1" });
    await told("product_assigned", { order: "order 1" });
    expect(await only()).toMatchObject(cancelled("boughtMeanwhile"));
  });

  test("another product, or bought this one before, is not", async () => {
    await told("product_assigned", { at: daysAgo(3), order: "order 0" });
    await told("cart_recovery_started", { at: daysAgo(1) });
    await told("product_assigned", { of: await makeProduct(storeId), order: "order 2" });
    expect(await only()).toMatchObject({ status: "waiting" });
  });

  test("for a test only, is not", async () => {
    await told("cart_recovery_started", { at: daysAgo(1) });
    await told("product_assigned", { isSample: true, order: "order 2" });
    expect(await only()).toMatchObject({ status: "waiting" });
  });
});

test("a purchase of a named product stops what an earlier one began, its own second event does not", async () => {
  const offer = await makeProduct(storeId);
  await automated("purchase", BOUGHT, { when: "bought", productId: offer.id });
  await told("single_product_bought", { at: daysAgo(1) });
  await told("product_assigned", { at: daysAgo(0.99) });
  expect(await only()).toMatchObject({ status: "waiting" });
  await told("single_product_bought", { of: offer, order: "order 2" });
  expect(await only()).toMatchObject(cancelled("boughtMeanwhile"));
});

test("the second event of a purchase does not stop what comes before the end that it gives", async () => {
  product = await makeProduct(storeId, { accessDays: 30 });
  const moment = { side: "before", unit: "days", value: 3 } as const;
  await makeAutomation(storeId, {
    productId: product.id,
    version: { trigger: "access_expired", moment, exitRules: [BOUGHT] },
  });
  await told("single_product_bought", { at: daysAgo(1) });
  await told("product_assigned", { at: daysAgo(0.99) });
  expect(await only()).toMatchObject({ status: "waiting" });
  await told("single_product_bought", { order: "order 2" });
  const [first] = await db()
    .select()
    .from(runs)
    .where(eq(runs.storeId, storeId))
    .orderBy(runs.dueAt);
  expect(first).toMatchObject(cancelled("boughtMeanwhile"));
});

describe("whoever lost access", () => {
  const lost = async () => {
    await told("subscription_created", { at: daysAgo(40) });
    await told("product_access_expired", { at: daysAgo(1) });
  };

  test("and has it again keeps it where the automation says so", async () => {
    await automated("access_expired", { when: "access_regained" });
    await lost();
    await told("product_assigned", { order: "order 2" });
    expect(await only()).toMatchObject(cancelled("accessRegained"));
  });

  test("and has it again loses it where the automation does not ask", async () => {
    await automated("access_expired");
    await lost();
    await told("product_assigned", { order: "order 2" });
    expect(await only()).toMatchObject({ status: "waiting" });
  });

  test("by one order and has it by another keeps it", async () => {
    await automated("access_expired", { when: "access_regained" });
    await told("product_assigned", { at: daysAgo(40) });
    await told("product_assigned", { at: daysAgo(30), order: "order 2" });
    await told("product_access_expired", { at: daysAgo(20) });
    await makeDue();
    expect(await claimed()).toBe(false);
    expect(await only()).toMatchObject(cancelled("accessRegained"));
  });

  test("and subscribes anew is not asked to come back", async () => {
    await automated("subscription_ended", { when: "resubscribed" });
    await told("subscription_created", { at: daysAgo(40) });
    await told("subscription_expired", { at: daysAgo(1) });
    expect(await only()).toMatchObject({ status: "waiting" });
    await told("subscription_created", { order: "order 2" });
    expect(await only()).toMatchObject(cancelled("resubscribed"));
  });
});

const makeDue = async () => {
  const { id } = await only();
  await db().update(runs).set({ dueAt: now(), wakeAt: now() }).where(eq(runs.id, id));
};
const claimed = async () => (await claimRun(storeId, (await only()).id, true)).run !== undefined;

describe("a run that is due", () => {
  beforeEach(async () => {
    await automated("cart_recovery", BOUGHT);
    await told("cart_recovery_started", { at: daysAgo(20) });
    await makeDue();
  });

  test("runs where no rule holds", async () => {
    expect(await claimed()).toBe(true);
    expect(await only()).toMatchObject({ status: "running" });
  });

  test("asks again, and is cancelled before it is tried", async () => {
    // The moment of its planning found no such run: it was planned in the same instant.
    await db()
      .update(runs)
      .set({ status: "running", claimedUntil: now() })
      .where(eq(runs.storeId, storeId));
    await told("product_assigned", { order: "order 2" });
    await db()
      .update(runs)
      .set({ status: "waiting", claimedUntil: null })
      .where(eq(runs.storeId, storeId));
    expect(await claimed()).toBe(false);
    expect(await only()).toMatchObject(cancelled("boughtMeanwhile"));
  });

  test("started again by hand after it was cancelled runs", async () => {
    await told("product_assigned", { order: "order 2" });
    await rerun(storeId, (await only()).id);
    expect(await claimed()).toBe(true);
  });
});
