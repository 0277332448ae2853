import { eq } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { runs } from "@/drizzle/schema/runs";
import { makeAutomation, makeEvent, makeProduct, makeStore } from "@/drizzle/testing/factories";
import type { Condition } from "@/lib/automations/conditions";
import { now } from "@/lib/clock";
import { closeDb, db } from "@/lib/db";
import { type SampleEvent, sampleEvent } from "@/lib/easycart/samples";
import type { Trigger } from "@/lib/triggers/trigger";
import { planRuns } from "./plan";
import { unmetOfEvents } from "./unmet-queries";

let storeId: string;
let product: Awaited<ReturnType<typeof makeProduct>>;
beforeEach(async () => {
  storeId = (await makeStore()).id;
  product = await makeProduct(storeId, { kind: "subscription" });
});
afterAll(closeDb);

const DAY_MS = 86_400_000;
const daysAgo = (days: number) => new Date(now().getTime() - days * DAY_MS);

const automated = (trigger: Trigger, ...conditions: Condition[]) =>
  makeAutomation(storeId, { productId: product.id, version: { trigger, conditions } });

/** `said`: what the payload says otherwise than the sample. */
async function told(name: SampleEvent, said: object = {}, at = now()) {
  const sample = sampleEvent(name, { email: "anna@example.test", orderId: "order 1", now: at });
  const event = await makeEvent(storeId, {
    ...{ name, payload: { ...sample, ...said }, productId: product.id, occurredAt: at },
  });
  await planRuns(event.id);
  return event.id;
}

const planned = async () =>
  (await db().select().from(runs).where(eq(runs.storeId, storeId))).map(
    ({ automationId }) => automationId,
  );
const unmet = async (eventId: string) =>
  (await unmetOfEvents(storeId, [eventId])).map(({ automation, unmet }) => [automation.id, unmet]);

describe("a purchase", () => {
  test("starts the automations whose conditions hold, and says of the others why not", async () => {
    const dear: Condition = { fact: "amount", is: "at_least", value: 500 };
    const polish: Condition = { fact: "language", is: "equal", value: "pl" };
    const { automation: plain } = await automated("purchase");
    const { automation: met } = await automated("purchase", polish);
    const { automation: failed } = await automated("purchase", polish, dear);
    const event = await told("product_assigned", { order_amount: "297,00" });
    expect((await planned()).sort()).toEqual([plain.id, met.id].sort());
    expect(await unmet(event)).toEqual([[failed.id, [{ ...dear, got: 297 }]]]);
    expect(await unmetOfEvents((await makeStore()).id, [event])).toEqual([]);
  });

  test("of which one event says too little is judged by the other, whichever comes first", async () => {
    const { automation } = await automated("purchase", {
      ...{ fact: "variant", is: "equal", value: "Pakiet" },
    });
    const silent = await told("product_assigned", { variant_name: null });
    expect(await unmet(silent)).toHaveLength(1);
    await told("single_product_bought", { variant_name: "pakiet" });
    expect(await planned()).toEqual([automation.id]);
    expect(await unmet(silent)).toEqual([]);
  });

  test("is the first one until another order is known, though two events tell of it", async () => {
    const { automation: first } = await automated("purchase", {
      fact: "first_purchase",
      is: "yes",
    });
    const { automation: later } = await automated("purchase", { fact: "first_purchase", is: "no" });
    await told("single_product_bought", {}, daysAgo(9));
    await told("product_assigned", {}, daysAgo(8.99));
    expect(await planned()).toEqual([first.id]);
    await told("product_assigned", { order_uuid: "order 2" });
    expect(await planned()).toEqual([first.id, later.id]);
  });

  test("recovered from a cart is told apart", async () => {
    const { automation } = await automated("purchase", { fact: "recovered_cart", is: "yes" });
    await told("product_assigned");
    await told("product_assigned", { order_uuid: "order 2", recovered_checkout_session: "cs_1" });
    expect(await planned()).toEqual([automation.id]);
  });
});

describe("a change of plan", () => {
  const up: Condition[] = [
    { fact: "old_plan", is: "equal", value: "Miesięczny" },
    { fact: "new_plan", is: "equal", value: "Roczny" },
  ];

  test("that names both plans is judged by them", async () => {
    const { automation } = await automated("plan_changed", ...up);
    await told("subscription_plan_changed");
    const back = await told("subscription_plan_changed", {
      ...{ subscription_plan_name: "Roczny", subscription_new_plan_name: "Miesięczny" },
    });
    expect(await planned()).toEqual([automation.id]);
    expect(await unmet(back)).toMatchObject([
      [automation.id, [{ got: "Roczny" }, { got: "Miesięczny" }]],
    ]);
  });

  test("that names the new one alone is judged by the plan known before", async () => {
    const { automation } = await automated("plan_changed", ...up);
    await told("subscription_created", { subscription_plan_name: "Miesięczny" }, daysAgo(30));
    const only = { subscription_plan_name: "Roczny", subscription_new_plan_name: null };
    await told("subscription_plan_changed", only);
    expect(await planned()).toEqual([automation.id]);
  });
});

test("an access that ends is judged by the plan it has, not by the one it began with", async () => {
  const yearly: Condition = { fact: "plan", is: "equal", value: "Roczny" };
  const { automation } = await automated("access_expired", yearly);
  await told("subscription_created", { subscription_plan_name: "Miesięczny" }, daysAgo(30));
  await told("subscription_plan_changed", {}, daysAgo(20));
  await told("product_access_expired", { subscription_plan_name: null, variant_name: null });
  expect(await planned()).toEqual([automation.id]);
});
