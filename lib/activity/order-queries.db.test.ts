import { afterAll, expect, test } from "vitest";
import { makeAutomation, makeMember, makeProduct, makeStore } from "@/drizzle/testing/factories";
import { closeDb } from "@/lib/db";
import { receiveEvent } from "@/lib/easycart/receive";
import { sampleEvent } from "@/lib/easycart/samples";
import { eraseCustomer } from "@/lib/erasure/erase";
import { planRuns } from "@/lib/runs/plan";
import { eventsOfOrder } from "./order-queries";
import { runsOfEvents } from "./queries";

afterAll(closeDb);

test("an order has its events and the runs of each, until nobody may know whose it was", async () => {
  const store = await makeStore();
  const { id: userId } = await makeMember(store.id);
  const product = await makeProduct(store.id, { easycartId: "kurs" });
  await makeAutomation(store.id, { productId: product.id });
  const orderId = "zamówienie/1?a=b";
  for (const name of ["single_product_bought", "product_assigned"] as const) {
    const payload = sampleEvent(name, { email: "ala@example.test", orderId, productId: "kurs" });
    const rawBody = Buffer.from(JSON.stringify(payload));
    await planRuns((await receiveEvent({ endpoint: store.endpoint, rawBody })).id);
  }
  const events = await eventsOfOrder(store.id, orderId);
  expect(events.map(({ name, customer }) => [name, customer?.email])).toEqual([
    ["single_product_bought", "ala@example.test"],
    ["product_assigned", "ala@example.test"],
  ]);
  const runs = await runsOfEvents(
    store.id,
    events.map(({ id }) => id),
  );
  expect([...runs].map(([event, { length }]) => [event, length])).toEqual([[events[0]?.id, 1]]);
  expect(await eventsOfOrder(store.id, "another")).toEqual([]);

  await eraseCustomer({ storeId: store.id, userId, store }, events[0]?.customer?.id ?? "");
  expect(await eventsOfOrder(store.id, orderId)).toEqual([]);
});
