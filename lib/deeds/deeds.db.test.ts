import { afterAll, expect, test } from "vitest";
import { makeMember, makeStore } from "@/drizzle/testing/factories";
import { closeDb, db } from "@/lib/db";
import { getProduct, insertDraft, saveProduct } from "@/lib/products/queries";
import { noted } from "./noted";
import { listDeeds, recordDeed } from "./queries";

afterAll(closeDb);

async function owner() {
  const { id: storeId } = await makeStore();
  const { id: userId, name } = await makeMember(storeId);
  return { storeId, userId, name };
}

test("a change and its deed are both made, or neither", async () => {
  const { storeId, userId, name: person } = await owner();
  const made = await noted(
    storeId,
    (subject: string) => ({ userId, what: "product_created", subject, name: "Kurs" }),
    (tx) => insertDraft(storeId, { name: "Kurs", kind: "free" }, tx),
  );
  const product = { kind: "free" as const, plans: [], accessDays: null, qrCodes: false };
  const change = { ...product, name: "Nowy", easycartId: null };
  const saving = noted(storeId, { userId: "usr_nobody", what: "product_saved" }, (tx) =>
    saveProduct(storeId, made, change, tx),
  );
  await expect(saving).rejects.toThrow();
  expect((await getProduct(storeId, made)).name).toBe("Kurs");
  const { rows } = await listDeeds(storeId, { limit: 9 });
  expect(rows).toMatchObject([{ what: "product_created", subject: made, name: "Kurs", person }]);
});

test("the journal goes page by page, the latest first", async () => {
  const { storeId, userId } = await owner();
  for (const name of ["1", "2", "3"])
    await recordDeed(db(), storeId, { userId, what: "store_saved", name });
  const first = await listDeeds(storeId, { limit: 2 });
  expect(first.rows.map(({ name }) => name)).toEqual(["3", "2"]);
  expect(first.more).toBe(true);
  const second = await listDeeds(storeId, { limit: 2, older: first.rows.at(-1)?.id });
  expect(second.rows.map(({ name }) => name)).toEqual(["1"]);
  expect(second.more).toBe(false);
});
