import { afterAll, expect, test } from "vitest";
import {
  makeAutomation,
  makeCustomer,
  makeEvent,
  makeProduct,
  makeRun,
  makeStore,
} from "@/drizzle/testing/factories";
import { closeDb } from "@/lib/db";
import { getRun } from "./queries";
import { withdrawAutomation } from "./withdraw";

afterAll(closeDb);

test("deleting an automation cancels what waits for it, and only that", async () => {
  const { id: storeId } = await makeStore();
  const product = await makeProduct(storeId);
  const customer = await makeCustomer(storeId);
  const event = await makeEvent(storeId);
  const one = await makeAutomation(storeId, { productId: product.id });
  const other = await makeAutomation(storeId, { productId: product.id });
  const waiting = await makeRun(storeId, { ...one, customer, event });
  const done = await makeRun(storeId, { ...one, customer, event }, { status: "done" });
  const others = await makeRun(storeId, { ...other, customer, event });

  expect(await withdrawAutomation(storeId, one.automation.id)).toBe(1);
  expect(await getRun(storeId, waiting.id)).toMatchObject({
    status: "cancelled",
    reason: "automationDeleted",
    wakeAt: null,
  });
  expect(await getRun(storeId, done.id)).toEqual(done);
  expect(await getRun(storeId, others.id)).toEqual(others);
  await expect(withdrawAutomation(storeId, one.automation.id)).rejects.toThrow("notFound");
});

test("another store's automation stays", async () => {
  const [mine, other] = [await makeStore(), await makeStore()];
  const product = await makeProduct(mine.id);
  const { automation } = await makeAutomation(mine.id, { productId: product.id });
  await expect(withdrawAutomation(other.id, automation.id)).rejects.toThrow("notFound");
});
