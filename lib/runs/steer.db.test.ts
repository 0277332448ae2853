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
import { rerunAll } from "./steer";

afterAll(closeDb);

async function storeWithRuns() {
  const { id: storeId } = await makeStore();
  const product = await makeProduct(storeId);
  const parts = {
    ...(await makeAutomation(storeId, { productId: product.id })),
    customer: await makeCustomer(storeId),
    event: await makeEvent(storeId),
  };
  const failed = await makeRun(storeId, parts, { status: "failed", fault: "auth" });
  const unknown = await makeRun(storeId, parts, { status: "unknown" });
  const done = await makeRun(storeId, parts, { status: "done" });
  return { storeId, failed, unknown, done };
}

test("many are started again at once; what is done, another store's or nobody's is left alone", async () => {
  const { storeId, failed, unknown, done } = await storeWithRuns();
  const other = await storeWithRuns();
  const ids = [failed, unknown, done, other.failed, failed].map(({ id }) => id);
  expect(await rerunAll(storeId, [...ids, "run_none"])).toBe(2);
  const fresh = { status: "waiting", fault: null, finishedAt: null };
  expect(await getRun(storeId, failed.id)).toMatchObject(fresh);
  expect(await getRun(storeId, unknown.id)).toMatchObject(fresh);
  expect(await getRun(storeId, done.id)).toMatchObject({ status: "done" });
  expect(await getRun(other.storeId, other.failed.id)).toMatchObject({ status: "failed" });
  expect(await rerunAll(storeId, ids)).toBe(0);
});
