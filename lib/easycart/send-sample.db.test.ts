import { afterAll, expect, test } from "vitest";
import { makeProduct, makeStore } from "@/drizzle/testing/factories";
import { closeDb } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";
import { getSigningKey, getStore, setSigningKey, updateEventNames } from "@/lib/stores/queries";
import { SAMPLE_EVENTS } from "./event-name";
import { getShopEvent } from "./queries";
import { sendSample } from "./send-sample";

afterAll(closeDb);

const email = "ola@example.test";

test("a sample is stored as one, about the product, with the store's signature", async () => {
  const { id: storeId } = await makeStore();
  const product = await makeProduct(storeId, { easycartId: "abc", name: "Kurs" });
  await setSigningKey(storeId, "key-of-easycart");
  const { id: eventId } = await sendSample(storeId, {
    productId: product.id,
    event: "product_assigned",
    email,
  });
  const event = await getShopEvent(storeId, eventId);
  expect(event).toMatchObject({ isSample: true, signature: "raw", productId: product.id });
  expect(JSON.parse(event.raw)).toMatchObject({
    event: "product_assigned",
    customer_email: email,
    product_id: "abc",
    product_name: "Kurs",
  });
});

test("every sample is taken, and each is a new event", async () => {
  const { id: storeId } = await makeStore();
  const { id: productId } = await makeProduct(storeId, { kind: "subscription", plans: ["A", "B"] });
  const ids = new Set<string>();
  for (const event of [...SAMPLE_EVENTS, "product_assigned"] as const)
    ids.add((await sendSample(storeId, { productId, event, email })).id);
  expect(ids.size).toBe(SAMPLE_EVENTS.length + 1);
});

test("events that EasyCart does not name bear the names that the store has set", async () => {
  const { id: storeId } = await makeStore();
  const { id: productId } = await makeProduct(storeId);
  await updateEventNames(storeId, { cartRecoveryEvent: "our_cart", qrScannedEvent: "our_scan" });
  const { id } = await sendSample(storeId, { productId, event: "qr_code_scanned", email });
  expect(JSON.parse((await getShopEvent(storeId, id)).raw).event).toBe("our_scan");
});

test("a draft's and another store's products send nothing", async () => {
  const { id: storeId } = await makeStore();
  const draft = await makeProduct(storeId, { savedAt: null });
  const send = (productId: string) => () =>
    sendSample(storeId, { productId, event: "product_assigned", email });
  await expect(send(draft.id)()).rejects.toMatchObject({ key: "sampleNeedsSaved" });
  const other = await makeStore();
  const theirs = await makeProduct(other.id);
  await expect(send(theirs.id)()).rejects.toBeInstanceOf(NotFoundError);
});

test("the signing key is sealed, changed and removed, and the settings see only that it is there", async () => {
  const { id: storeId } = await makeStore();
  expect(await getSigningKey(storeId)).toBeNull();
  await setSigningKey(storeId, "first-key");
  await setSigningKey(storeId, "second-key");
  expect(await getSigningKey(storeId)).toBe("second-key");
  const store = await getStore(storeId);
  expect(store.hasSigningKey).toBe(true);
  expect(JSON.stringify(store)).not.toMatch(/second-key|sealed/i);
  await setSigningKey(storeId, null);
  expect((await getStore(storeId)).hasSigningKey).toBe(false);
});
