import { afterAll, expect, test } from "vitest";
import { closeDb } from "../../lib/db";
import {
  makeAccess,
  makeAutomation,
  makeCustomer,
  makeEvent,
  makeIntegration,
  makeMember,
  makeProduct,
  makeRun,
  makeStore,
} from "./factories";

afterAll(closeDb);

test("what the factories make fits together", async () => {
  const store = await makeStore();
  await makeMember(store.id);
  const product = await makeProduct(store.id, { kind: "subscription", plans: ["A", "B"] });
  const customer = await makeCustomer(store.id);
  const integration = await makeIntegration(store.id);
  const event = await makeEvent(store.id, { productId: product.id, customerId: customer.id });
  const { automation, version } = await makeAutomation(store.id, {
    productId: product.id,
    version: { tool: integration.tool, integrationId: integration.id, action: "send" },
  });
  const access = await makeAccess(store.id, { productId: product.id, customerId: customer.id });
  const parts = { automation, version, customer, event };
  const waiting = await makeRun(store.id, parts, { accessId: access.id });
  const done = await makeRun(store.id, parts, { status: "done" });
  expect(waiting.wakeAt).toEqual(waiting.dueAt);
  expect(done.finishedAt).not.toBeNull();
});
