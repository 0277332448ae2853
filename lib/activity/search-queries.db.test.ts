import { afterAll, expect, test } from "vitest";
import { makeAutomation, makeCustomer, makeProduct, makeStore } from "@/drizzle/testing/factories";
import { closeDb } from "@/lib/db";
import { searchStore } from "./search-queries";

afterAll(closeDb);

test("finds customers, automations and products by part of a name or address", async () => {
  const { id: storeId } = await makeStore();
  const product = await makeProduct(storeId, { name: "Kurs 100% światła" });
  await makeProduct(storeId, { name: "Inny" });
  const rule = await makeAutomation(storeId, { productId: product.id, name: "Światło do listy" });
  await makeAutomation(storeId, {
    productId: product.id,
    name: "Światło usunięte",
    deletedAt: new Date(0),
  });
  const customer = await makeCustomer(storeId, { name: "Łucja Światło", email: "l@example.com" });
  const found = await searchStore(storeId, "ŚWIATŁ");
  expect(found.customers.map(({ id }) => id)).toEqual([customer.id]);
  expect(found.automations).toEqual([
    { id: rule.automation.id, name: "Światło do listy", product: product.name },
  ]);
  expect(found.products.map(({ id }) => id)).toEqual([product.id]);
  expect((await searchStore(storeId, "l@exa")).customers).toHaveLength(1);
  expect((await searchStore(storeId, "0%")).products).toHaveLength(1);
  expect((await searchStore(storeId, "_")).products).toEqual([]);
});
