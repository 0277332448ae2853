import { afterAll, expect, test } from "vitest";
import {
  makeAccess,
  makeAutomation,
  makeCustomer,
  makeEvent,
  makeProduct,
  makeStore,
} from "@/drizzle/testing/factories";
import { closeDb } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";
import type { ProductChange } from "./input";
import {
  countOfProduct,
  deleteDraft,
  getProduct,
  insertDraft,
  listProducts,
  productChoices,
  saveProduct,
} from "./queries";

afterAll(closeDb);

const change: ProductChange = {
  name: "Kurs",
  kind: "one_off",
  plans: [],
  accessDays: null,
  qrCodes: false,
  easycartId: null,
};
const plan = (name: string, id = "") => ({ id, name });

test("a draft becomes a product when it is saved, and stays saved since then", async () => {
  const { id: storeId } = await makeStore();
  const id = await insertDraft(storeId, { name: "Szkic", kind: "free" });
  expect((await getProduct(storeId, id)).savedAt).toBeNull();
  expect(await productChoices(storeId)).toEqual([]);
  await saveProduct(storeId, id, { ...change, accessDays: 30, qrCodes: true });
  const saved = await getProduct(storeId, id);
  expect(saved).toMatchObject({ name: "Kurs", accessDays: 30, qrCodes: true, plans: [] });
  expect(saved.savedAt).toBeInstanceOf(Date);
  await saveProduct(storeId, id, change);
  expect((await getProduct(storeId, id)).savedAt).toEqual(saved.savedAt);
  expect((await productChoices(storeId)).map((choice) => choice.id)).toEqual([id]);
});

test("plans keep their ids while they are renamed, swapped and moved", async () => {
  const { id: storeId } = await makeStore();
  const { id } = await makeProduct(storeId, { kind: "subscription", plans: ["A", "B", "C"] });
  const [a, b] = (await getProduct(storeId, id)).plans;
  if (!a || !b) throw new Error("no plans");
  const kind = "subscription" as const;
  await saveProduct(storeId, id, {
    ...change,
    kind,
    plans: [plan("A", b.id), plan("B", a.id), plan("D")],
  });
  const { plans } = await getProduct(storeId, id);
  expect(plans.map(({ name }) => name)).toEqual(["A", "B", "D"]);
  expect(plans.slice(0, 2).map((one) => one.id)).toEqual([b.id, a.id]);
});

test("another product's plan id is not taken over, and other kinds have no plans", async () => {
  const { id: storeId } = await makeStore();
  const other = await makeProduct(storeId, { kind: "subscription", plans: ["X"] });
  const [theirs] = (await getProduct(storeId, other.id)).plans;
  const { id } = await makeProduct(storeId);
  const plans = [plan("Mój", theirs?.id)];
  await saveProduct(storeId, id, { ...change, kind: "subscription", plans });
  expect((await getProduct(storeId, id)).plans[0]?.id).not.toBe(theirs?.id);
  expect((await getProduct(storeId, other.id)).plans).toEqual([theirs]);
  await saveProduct(storeId, id, { ...change, plans });
  expect((await getProduct(storeId, id)).plans).toEqual([]);
});

test("two products of a store can't have one EasyCart id; two stores can", async () => {
  const { id: storeId } = await makeStore();
  await makeProduct(storeId, { name: "Pierwszy", easycartId: "abc" });
  const { id } = await makeProduct(storeId, { easycartId: null });
  await expect(saveProduct(storeId, id, { ...change, easycartId: "abc" })).rejects.toMatchObject({
    key: "easycartIdTaken",
    values: { product: "Pierwszy" },
    field: "easycartId",
  });
  const other = await makeStore();
  const theirs = await makeProduct(other.id, { easycartId: null });
  await saveProduct(other.id, theirs.id, { ...change, easycartId: "abc" });
  expect((await getProduct(other.id, theirs.id)).easycartId).toBe("abc");
});

test("only a draft can be deleted, and only while nothing happened to it", async () => {
  const { id: storeId } = await makeStore();
  const saved = await makeProduct(storeId);
  await expect(deleteDraft(storeId, saved.id)).rejects.toBeInstanceOf(NotFoundError);
  const used = await insertDraft(storeId, { name: "Użyty", kind: "free" });
  await makeEvent(storeId, { productId: used });
  await expect(deleteDraft(storeId, used)).rejects.toMatchObject({ key: "draftHasEvents" });
  const draft = await insertDraft(storeId, { name: "Szkic", kind: "free" });
  await deleteDraft(storeId, draft);
  await expect(getProduct(storeId, draft)).rejects.toBeInstanceOf(NotFoundError);
});

test("lists page by page, newest first, and finds by name and EasyCart id", async () => {
  const { id: storeId } = await makeStore();
  for (let made = 0; made < 51; made++)
    await makeProduct(storeId, { name: `Kurs 100% ${made}`, easycartId: `id-${made}` });
  const first = await listProducts(storeId);
  expect(first.rows).toHaveLength(50);
  expect(first.more).toBe(true);
  expect(first.rows[0]?.name).toBe("Kurs 100% 50");
  const second = await listProducts(storeId, { after: first.rows.at(-1)?.id });
  expect(second.rows.map(({ name }) => name)).toEqual(["Kurs 100% 0"]);
  expect(second.more).toBe(false);
  const byId = await listProducts(storeId, { search: "ID-50" });
  expect(byId.rows.map(({ name }) => name)).toEqual(["Kurs 100% 50"]);
  expect((await listProducts(storeId, { search: "100% 50" })).rows).toHaveLength(1);
  expect((await listProducts(storeId, { search: "100_" })).rows).toEqual([]);
});

test("counts automations that are not deleted, and customers whose access lasts", async () => {
  const { id: storeId } = await makeStore();
  const { id: productId } = await makeProduct(storeId);
  await makeAutomation(storeId, { productId });
  await makeAutomation(storeId, { productId, deletedAt: new Date(0) });
  const customer = await makeCustomer(storeId);
  for (const source of ["one", "two"])
    await makeAccess(storeId, { productId, customerId: customer.id, source });
  const gone = await makeCustomer(storeId);
  await makeAccess(storeId, { productId, customerId: gone.id, endedAt: new Date(0) });
  expect(await countOfProduct(storeId, productId)).toEqual({ automations: 1, customers: 1 });
  expect((await listProducts(storeId)).rows[0]?.automations).toBe(1);
});
