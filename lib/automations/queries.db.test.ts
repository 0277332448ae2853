import { afterAll, expect, test } from "vitest";
import {
  makeAutomation,
  makeIntegration,
  makeProduct,
  makeStore,
} from "@/drizzle/testing/factories";
import { closeDb } from "@/lib/db";
import { getAutomation, listAutomations } from "./queries";

afterAll(closeDb);

test("lists product by product in alphabetical order, without what is deleted", async () => {
  const { id: storeId } = await makeStore();
  const zdrowie = await makeProduct(storeId, { name: "zdrowie" });
  const lodz = await makeProduct(storeId, { name: "Łódź" });
  const integration = await makeIntegration(storeId, { name: "Newsletter" });
  await makeAutomation(storeId, { productId: zdrowie.id, name: "a" });
  await makeAutomation(storeId, {
    productId: lodz.id,
    name: "b",
    enabled: false,
    version: { integrationId: integration.id },
  });
  await makeAutomation(storeId, { productId: lodz.id, name: "c", deletedAt: new Date(0) });
  const rows = await listAutomations(storeId);
  expect(rows.map(({ automation, product }) => [product.name, automation.name])).toEqual([
    ["Łódź", "b"],
    ["zdrowie", "a"],
  ]);
  expect(rows[0]?.integration).toMatchObject({ name: "Newsletter", connection: "connected" });
  expect(rows[1]?.integration).toBeNull();
  const ofOne = await listAutomations(storeId, { productId: zdrowie.id });
  expect(ofOne.map(({ automation }) => automation.name)).toEqual(["a"]);
});

test("another store's automation is not found", async () => {
  const [mine, other] = [await makeStore(), await makeStore()];
  const product = await makeProduct(mine.id);
  const { automation } = await makeAutomation(mine.id, { productId: product.id });
  await expect(getAutomation(other.id, automation.id)).rejects.toThrow("notFound");
  expect(await listAutomations(other.id)).toEqual([]);
});
