import { eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { automations } from "@/drizzle/schema/automations";
import {
  makeAutomation,
  makeCustomer,
  makeEvent,
  makeIntegration,
  makeProduct,
  makeRun,
  makeStore,
  makeVersion,
} from "@/drizzle/testing/factories";
import { closeDb, db } from "@/lib/db";
import { recordConnection } from "./connection";
import { countBroken, getIntegration } from "./queries";
import { deleteIntegration, listConfigFaults, listIntegrations, usageOf } from "./usage-queries";

afterAll(closeDb);

async function makeUsed() {
  const { id: storeId } = await makeStore();
  const product = await makeProduct(storeId, { name: "Kurs" });
  const integration = await makeIntegration(storeId);
  const made = await makeAutomation(storeId, {
    productId: product.id,
    version: { integrationId: integration.id },
  });
  const customer = await makeCustomer(storeId);
  const event = await makeEvent(storeId);
  const parts = { ...made, customer, event };
  return { storeId, product, integration, parts };
}

test("what is red stands first, then by name", async () => {
  const { id: storeId } = await makeStore();
  await makeIntegration(storeId, { name: "b" });
  await makeIntegration(storeId, { name: "A" });
  await makeIntegration(storeId, { name: "z", connection: "broken" });
  await makeIntegration(storeId, { name: "y", connection: "paused" });
  await makeIntegration(storeId, { name: "gone", deletedAt: new Date(0) });
  expect((await listIntegrations(storeId)).map(({ name }) => name)).toEqual(["y", "z", "A", "b"]);
  expect(await countBroken(storeId)).toBe(2);
});

test("counts the automations that use it now, over all or of one product, and the runs that are open", async () => {
  const { storeId, product, integration, parts } = await makeUsed();
  await makeRun(storeId, parts, { integrationId: integration.id });
  await makeRun(storeId, parts, { integrationId: integration.id, status: "done" });
  const other = await makeProduct(storeId);
  const left = await makeAutomation(storeId, {
    productId: other.id,
    version: { integrationId: integration.id },
    deletedAt: new Date(0),
  });
  expect(left.automation.deletedAt).not.toBeNull();
  expect(await listIntegrations(storeId)).toMatchObject([{ automations: 1, openRuns: 1 }]);
  expect(await listIntegrations(storeId, product.id)).toMatchObject([{ automations: 1 }]);
  expect(await listIntegrations(storeId, other.id)).toMatchObject([{ automations: 0 }]);
  const usage = await usageOf(db(), storeId, integration.id);
  expect(usage).toMatchObject({ automations: [{ product: "Kurs" }], openRuns: 1 });
});

test("can't be deleted while a run waits, though no automation uses it any more", async () => {
  const { storeId, product, integration } = await makeUsed();
  const lonely = await makeIntegration(storeId);
  const made = await makeAutomation(storeId, { productId: product.id });
  const customer = await makeCustomer(storeId);
  const parts = { ...made, customer, event: await makeEvent(storeId) };
  await makeRun(storeId, parts, { integrationId: lonely.id });
  await expect(deleteIntegration(storeId, lonely.id)).rejects.toMatchObject({
    key: "integrationInUse",
    values: { count: 0, openRuns: 1 },
  });
  expect(await getIntegration(storeId, integration.id)).toBeDefined();
});

test("shows what an automation chose and is gone, until it works or is edited", async () => {
  const { storeId, integration, parts } = await makeUsed();
  const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 8, minute));
  const failed = { status: "failed", fault: "config", words: "No such list" } as const;
  await makeRun(storeId, parts, { ...failed, dueAt: at(0) });
  expect(await listConfigFaults(storeId)).toMatchObject([
    { integrationId: integration.id, automationId: parts.automation.id, words: "No such list" },
  ]);
  await makeRun(storeId, parts, { status: "done", dueAt: at(1) });
  expect(await listConfigFaults(storeId)).toEqual([]);
  await makeRun(storeId, parts, { ...failed, dueAt: at(2) });
  expect(await listConfigFaults(storeId)).toHaveLength(1);
  await makeVersion(storeId, parts.automation.id, { number: 2, integrationId: integration.id });
  await db().update(automations).set({ version: 2 }).where(eq(automations.id, parts.automation.id));
  expect(await listConfigFaults(storeId)).toEqual([]);
});

test("an account that becomes known is written though nothing else is new", async () => {
  const { storeId, integration } = await makeUsed();
  await recordConnection(storeId, integration.id, { connection: "connected", account: "ola" });
  expect((await getIntegration(storeId, integration.id)).account).toBe("ola");
});
