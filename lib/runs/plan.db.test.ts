import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { runs } from "@/drizzle/schema/runs";
import { makeAutomation, makeEvent, makeProduct, makeStore } from "@/drizzle/testing/factories";
import { now } from "@/lib/clock";
import { db } from "@/lib/db";
import { type SampleEvent, sampleEvent } from "@/lib/easycart/samples";
import { planRuns } from "./plan";
import { moveRun } from "./steer";

type Store = Awaited<ReturnType<typeof makeStore>>;
type Product = Awaited<ReturnType<typeof makeProduct>>;
let store: Store;
let product: Product;

beforeEach(async () => {
  store = await makeStore();
  product = await makeProduct(store.id);
});

const DAY = 24 * 3_600_000;
const inDays = (days: number) => new Date(now().getTime() + days * DAY);

async function told(name: SampleEvent, more: object = {}, at = now()) {
  const payload = {
    ...sampleEvent(name, {
      email: "anna@example.test",
      orderId: "0000-7",
      productId: product.easycartId ?? "",
    }),
    ...more,
  };
  const event = await makeEvent(store.id, {
    name,
    payload,
    productId: product.id,
    occurredAt: at,
    receivedAt: now(),
  });
  return await planRuns(event.id);
}

const planned = () => db().select().from(runs).where(eq(runs.storeId, store.id));

describe("a purchase", () => {
  test("told by two events, in either order, brings one run per automation", async () => {
    await makeAutomation(store.id, { productId: product.id });
    await told("product_assigned");
    await told("single_product_bought");
    expect(await planned()).toHaveLength(1);
  });

  test("counts from its earlier event, also where that one comes last; unless the run was moved", async () => {
    const moment = { side: "after", unit: "hours", value: 5 } as const;
    await makeAutomation(store.id, { productId: product.id, version: { moment } });
    const hour = 3_600_000;
    const earlier = new Date(now().getTime() - hour);
    await told("product_assigned", {}, now());
    await told("single_product_bought", {}, earlier);
    const [run] = await planned();
    expect(run?.dueAt).toEqual(new Date(earlier.getTime() + 5 * hour));
    expect(run?.wakeAt).toEqual(run?.dueAt);
    await moveRun(store.id, run?.id ?? "", inDays(9));
    await told("single_product_bought", { again: true }, new Date(earlier.getTime() - hour));
    expect((await planned())[0]?.dueAt.getTime()).toBeGreaterThan(inDays(8).getTime());
  });

  test("brings nothing by an automation that is off or deleted", async () => {
    await makeAutomation(store.id, { productId: product.id, enabled: false });
    await makeAutomation(store.id, { productId: product.id, deletedAt: now() });
    expect(await told("product_assigned")).toEqual({ changed: [], waiting: [] });
    expect(await planned()).toEqual([]);
  });

  test("asked for again, names the runs that still wait and plans nothing", async () => {
    const moment = { side: "after", unit: "weeks", value: 2 } as const;
    await makeAutomation(store.id, { productId: product.id, version: { moment } });
    const payload = sampleEvent("product_assigned", { email: "anna@example.test" });
    const event = await makeEvent(store.id, { payload, productId: product.id });
    const [first, second] = [await planRuns(event.id), await planRuns(event.id)];
    expect(first.waiting).toHaveLength(1);
    expect(second).toEqual(first);
    expect(await planned()).toHaveLength(1);
  });

  test("fills the templates in when it is planned", async () => {
    const version = {
      tool: "notifications",
      action: "send",
      input: {
        to: "ja@example.test",
        subject: "{{customer.first_name|ktoś}}: {{product.name}}",
        text: "x",
      },
    };
    await makeAutomation(store.id, { productId: product.id, version });
    await told("product_assigned", { customer_first_name: "Anna" });
    const [run] = await planned();
    expect(run?.snapshot.input.subject).toBe(`Anna: ${product.name}`);
  });

  test("with a time of its own that no repetition explains counts from when we heard of it", async () => {
    const moment = { side: "after", unit: "minutes", value: 10 } as const;
    await makeAutomation(store.id, { productId: product.id, version: { moment } });
    await told("product_assigned", {}, inDays(-600));
    const [run] = await planned();
    expect(run?.dueAt.getTime()).toBeGreaterThan(now().getTime() + 9 * 60_000);
  });
});

describe("before the end of an access", () => {
  const moment = { side: "before", unit: "days", value: 7 } as const;
  const version = { trigger: "access_expired", moment } as const;
  const only = async () => (await planned())[0];

  async function assigned(accessDays: number) {
    product = await makeProduct(store.id, { accessDays });
    await makeAutomation(store.id, { productId: product.id, version });
    await told("product_assigned");
  }

  test("a run is planned as soon as the end is known", async () => {
    await assigned(30);
    const run = await only();
    expect(run?.status).toBe("waiting");
    expect(Math.abs((run?.dueAt.getTime() ?? 0) - inDays(23).getTime())).toBeLessThan(
      2 * 3_600_000,
    );
  });

  test("a moment that is past already is skipped with the reason", async () => {
    await assigned(3);
    expect(await only()).toMatchObject({ status: "skipped", reason: "momentPast", wakeAt: null });
  });

  test("what was called off as a subscription was resumed waits again once it is cancelled again", async () => {
    product = await makeProduct(store.id, { kind: "subscription" });
    await makeAutomation(store.id, { productId: product.id, version });
    const end = { subscription_current_period_end: inDays(20).toISOString() };
    await told("subscription_created");
    await told("subscription_canceled", end);
    const before = await only();
    await told("subscription_resumed");
    expect(await only()).toMatchObject({ status: "cancelled", reason: "endVanished" });
    const { waiting } = await told("subscription_canceled", { ...end, again: true });
    expect(await only()).toMatchObject({ id: before?.id, status: "waiting", reason: null });
    expect((await only())?.dueAt).toEqual(before?.dueAt);
    expect(waiting.map(({ id }) => id)).toEqual([before?.id]);
  });

  test("the same access told to end sooner moves the run that waits", async () => {
    await assigned(30);
    const end = inDays(20);
    await told("product_access_expiring", { expiration_date: end.toISOString() });
    const run = await only();
    expect(Math.abs((run?.dueAt.getTime() ?? 0) - inDays(13).getTime())).toBeLessThan(
      2 * 3_600_000,
    );
  });
});

test("an event of another store plans nothing in this one", async () => {
  const other = await makeStore();
  await makeAutomation(store.id, { productId: product.id });
  const foreign = await makeProduct(other.id, { easycartId: product.easycartId });
  const payload = sampleEvent("product_assigned", { email: "anna@example.test" });
  const event = await makeEvent(other.id, { payload, productId: foreign.id });
  await planRuns(event.id);
  expect(await planned()).toEqual([]);
  const rows = await db()
    .select()
    .from(runs)
    .where(and(eq(runs.storeId, other.id)));
  expect(rows).toEqual([]);
});
