import { eq } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { accesses } from "@/drizzle/schema/events";
import { products } from "@/drizzle/schema/products";
import { qrCodes } from "@/drizzle/schema/qr";
import { makeAutomation, makeMember, makeProduct, makeStore } from "@/drizzle/testing/factories";
import { listRuns } from "@/lib/activity/queries";
import { now } from "@/lib/clock";
import { closeDb, db } from "@/lib/db";
import { getShopEvent } from "@/lib/easycart/queries";
import { receiveEvent } from "@/lib/easycart/receive";
import { type SampleEvent, sampleEvent } from "@/lib/easycart/samples";
import { planRuns } from "@/lib/runs/plan";
import { setSigningKey, updateEventNames } from "@/lib/stores/queries";
import { issueEarlier } from "./earlier";
import { codesOfProduct, scansOfCode, setScans } from "./queries";
import { scan } from "./scan";
import { type FoundCode, findCode } from "./token-queries";

let store: Awaited<ReturnType<typeof makeStore>>;
let product: Awaited<ReturnType<typeof makeProduct>>;
let person: { userId: string; name: string; email: string };

beforeEach(async () => {
  store = await makeStore();
  product = await makeProduct(store.id, { qrCodes: true });
  const { id: userId, name, email } = await makeMember(store.id);
  person = { userId, name, email };
});
afterAll(closeDb);

/** What EasyCart tells of an order, received and planned. */
async function tell(name: SampleEvent, given: { orderId?: string; email?: string } = {}) {
  const overrides = { orderId: "order-1", email: "ola@example.test", now: now(), ...given };
  const payload = sampleEvent(name, { ...overrides, productId: product.easycartId ?? "" });
  const rawBody = Buffer.from(JSON.stringify(payload));
  const { id } = await receiveEvent({ endpoint: product.endpoint, rawBody });
  await planRuns(id);
}

const codes = async () => (await codesOfProduct(store.id, product.id, { limit: 50 })).rows;

async function onlyCode(): Promise<FoundCode> {
  const [row, ...more] = await codes();
  expect(more).toEqual([]);
  const code = await findCode(row?.token ?? "");
  if (!code) throw new Error("There is no code");
  return code;
}

/** A scan as the phone sends it, the code looked up anew as its page does. */
async function scanned(given: { key?: string; kind?: "scan" | "added"; credits?: number } = {}) {
  const input = { key: crypto.randomUUID(), kind: "scan" as const, credits: 1, ...given };
  return await scan(await onlyCode(), person, input);
}

describe("a code", () => {
  test("comes with the purchase, one though two events tell of it, and says whose it is", async () => {
    await tell("single_product_bought");
    await tell("product_assigned");
    const code = await onlyCode();
    expect(code).toMatchObject({ storeId: store.id, scans: 0, remaining: null });
    expect(code.customer.email).toBe("ola@example.test");
    expect(code.token).toMatch(/^[0-9a-f]{40}$/);
  });

  test("is another one for each purchase, and of one person for each order", async () => {
    await tell("product_assigned");
    await tell("product_assigned", { orderId: "order-2" });
    await tell("product_assigned", { orderId: "order-2", email: "jan@example.test" });
    expect(new Set((await codes()).map(({ token }) => token)).size).toBe(3);
  });

  test("comes only where the product gives codes; earlier purchases get theirs when asked for", async () => {
    await db().update(products).set({ qrCodes: false }).where(eq(products.id, product.id));
    await tell("product_assigned");
    expect(await codes()).toEqual([]);
    await db().update(products).set({ qrCodes: true }).where(eq(products.id, product.id));
    expect(await issueEarlier(store.id, product.id, undefined)).toEqual({ made: 1, next: null });
    expect(await issueEarlier(store.id, product.id, undefined)).toEqual({ made: 0, next: null });
    expect(await codes()).toHaveLength(1);
  });

  test("allows as many scans as its product says at the purchase", async () => {
    await setScans(store.id, product.id, 3);
    await tell("product_assigned");
    await setScans(store.id, product.id, 9);
    expect(await onlyCode()).toMatchObject({ remaining: 3 });
  });
});

describe("a scan", () => {
  test("is a shop event of its own that says all there is to say, and starts the automations", async () => {
    await updateEventNames(store.id, { cartRecoveryEvent: "cart", qrScannedEvent: "our_scan" });
    await setScans(store.id, product.id, 3);
    await makeAutomation(store.id, { productId: product.id, version: { trigger: "qr_scanned" } });
    await tell("product_assigned");
    await setSigningKey(store.id, "klucz-podpisu");
    for (const number of [1, 2]) {
      const { received, ...done } = await scanned();
      expect(done).toMatchObject({ number, change: -1, remaining: 3 - number });
      const event = await getShopEvent(store.id, received?.id ?? "");
      expect(event).toMatchObject({ name: "our_scan", signature: "raw", productId: product.id });
      const code = await onlyCode();
      expect(JSON.parse(event.raw)).toMatchObject({
        event: "our_scan",
        customer_email: "ola@example.test",
        order_uuid: "order-1",
        product_id: product.easycartId,
        qr_code_id: code.id,
        qr_scan_number: number,
        qr_credits_change: -1,
        qr_credits_remaining: 3 - number,
        qr_scanned_by_email: person.email,
      });
      await planRuns(event.id);
    }
    const { rows } = await listRuns(store.id, {});
    expect(rows.map(({ snapshot }) => snapshot.trigger)).toEqual(["qr_scanned", "qr_scanned"]);
  });

  test("sent twice by one tap is one scan, also at the same moment", async () => {
    await tell("product_assigned");
    const key = crypto.randomUUID();
    const all = await Promise.all(Array.from({ length: 5 }, () => scanned({ key })));
    expect(all.map(({ number }) => number)).toEqual([1, 1, 1, 1, 1]);
    expect(all.filter(({ received }) => received)).toHaveLength(1);
    expect((await onlyCode()).scans).toBe(1);
  });

  test("takes as many as it is told, never more than are left, and none beyond", async () => {
    await setScans(store.id, product.id, 3);
    await tell("product_assigned");
    await expect(scanned({ credits: 4 })).rejects.toMatchObject({ key: "codeHasFewer" });
    expect(await scanned({ credits: 3 })).toMatchObject({ remaining: 0, change: -3 });
    await expect(scanned()).rejects.toMatchObject({ key: "codeUsed" });
    const many = await Promise.allSettled([
      scanned({ kind: "added", credits: 1 }).then(() => scanned()),
      scanned(),
      scanned(),
    ]);
    expect((await onlyCode()).remaining).toBe(0);
    expect(many.filter(({ status }) => status === "rejected").length).toBeGreaterThan(0);
  });

  test("added scans are no scan: no event, no number", async () => {
    await setScans(store.id, product.id, 1);
    await tell("product_assigned");
    expect(await scanned({ kind: "added", credits: 5 })).toEqual({
      number: null,
      change: 5,
      remaining: 6,
    });
    const code = await onlyCode();
    expect(code).toMatchObject({ scans: 0, remaining: 6 });
    expect(await scansOfCode(store.id, code.id, 9)).toMatchObject([
      { kind: "added", number: null, change: 5, by: person.name },
    ]);
  });

  test("of a code whose access is over is refused", async () => {
    await tell("product_assigned");
    const past = new Date(now().getTime() - 1_000);
    await db().update(accesses).set({ endsAt: past }).where(eq(accesses.storeId, store.id));
    await expect(scanned()).rejects.toMatchObject({ key: "codeExpired" });
  });
});

test("a code stays good when its access turns out to be another's", async () => {
  await tell("product_assigned");
  await tell("product_assigned", { email: "nowa@example.test" });
  const before = (await codes()).map(({ token }) => token).sort();
  const payload = {
    event: "customer_data_changed",
    timestamp: Math.floor(now().getTime() / 1000) + 1,
    customer_old_email: "ola@example.test",
    customer_email: "nowa@example.test",
  };
  const rawBody = Buffer.from(JSON.stringify(payload));
  const { id } = await receiveEvent({ endpoint: store.endpoint, rawBody });
  await planRuns(id);
  const after = await db().select().from(qrCodes).where(eq(qrCodes.storeId, store.id));
  expect(after.map(({ token }) => token).sort()).toEqual(before);
  expect(new Set(after.map(({ accessId }) => accessId)).size).toBe(1);
  for (const token of before)
    expect((await findCode(token))?.customer.email).toBe("nowa@example.test");
});
