import { and, count, eq } from "drizzle-orm";
import { afterAll, expect, test, vi } from "vitest";
import { customers, shopEvents } from "@/drizzle/schema/events";
import { deliveries } from "@/drizzle/schema/forwarding";
import { qrCodes } from "@/drizzle/schema/qr";
import { attempts, runs } from "@/drizzle/schema/runs";
import { makeEvent, makeRun } from "@/drizzle/testing/factories";
import { applyEvent } from "@/lib/access/apply";
import { getReceipt } from "@/lib/activity/receipt-queries";
import { searchStore } from "@/lib/activity/search-queries";
import { now } from "@/lib/clock";
import { closeDb, db } from "@/lib/db";
import { listDeeds } from "@/lib/deeds/queries";
import { sampleEvent } from "@/lib/easycart/samples";
import { announceChanges } from "@/lib/inngest/announce";
import { rerun } from "@/lib/runs/steer";
import { eraseCustomer } from "./erase";
import { columnsWith } from "./testing/grep";
import { makeKnownCustomer } from "./testing/known-customer";

vi.mock("@/lib/inngest/announce");
afterAll(closeDb);

test("after an erasure nothing in the whole database tells who it was", async () => {
  const { member, customer, secrets } = await makeKnownCustomer();
  for (const secret of secrets) expect(await columnsWith(secret), secret).not.toEqual([]);
  expect(await eraseCustomer(member, customer.id)).toEqual({
    ...{ runs: 3, cancelled: 1, events: 2, accesses: 1, codes: 1, deliveries: 2 },
  });
  for (const secret of secrets) expect(await columnsWith(secret), secret).toEqual([]);
});

test("counts stay: every row is there, the waiting run is cancelled, the codes are gone", async () => {
  const { store, member, customer, waiting, failed, access } = await makeKnownCustomer();
  const rows = async () => {
    const tables = [runs, shopEvents, attempts, customers, deliveries];
    return await Promise.all(
      tables.map(async (table) => {
        const own = eq(table.storeId, store.id);
        return (await db().select({ count: count() }).from(table).where(own))[0]?.count;
      }),
    );
  };
  const before = await rows();
  await eraseCustomer(member, customer.id);
  expect(await rows()).toEqual(before);

  const { run, customer: left } = await getReceipt(store.id, waiting.id);
  expect(run).toMatchObject({ status: "cancelled", reason: "erased", wakeAt: null });
  expect(run.snapshot.input).toEqual({ text: "Cześć {{customer.email}}" });
  expect(left).toMatchObject({ name: "Usunięty klient", easycartId: null });
  expect(announceChanges).toHaveBeenCalledWith([{ storeId: store.id, id: waiting.id }]);
  await expect(rerun(store.id, failed.id)).rejects.toMatchObject({ key: "customerErased" });
  const [code] = await db().select().from(qrCodes).where(eq(qrCodes.accessId, access.id));
  expect(code).toBeUndefined();
  const { attempts: tried } = await getReceipt(store.id, failed.id);
  expect(tried[0]?.exchanges).toMatchObject([
    { method: "POST", url: "https://api.example.test", status: 200, received: "" },
  ]);
});

test("of a present only the one's data go: the other is still known, and their run as it was", async () => {
  const { store, member, customer, friend, friendly, theirs, given } = await makeKnownCustomer();
  await eraseCustomer(member, customer.id);
  const receipt = await getReceipt(store.id, theirs.id);
  expect(receipt.run.snapshot.contact.email).toBe(friendly);
  expect(receipt.event.raw).toContain(friendly);
  expect(receipt.customer).toMatchObject({ id: friend.id, email: friendly });
  const [delivery] = await db().select().from(deliveries).where(eq(deliveries.eventId, given.id));
  expect(delivery).toMatchObject({ status: "waiting", signature: null });
});

test("an event that was not planned never is, and a new one of the same address starts another customer", async () => {
  const { store, member, customer, unplanned, email, product } = await makeKnownCustomer();
  await eraseCustomer(member, customer.id);
  const own = and(eq(shopEvents.storeId, store.id), eq(shopEvents.id, unplanned.id));
  const [kept] = await db().select().from(shopEvents).where(own);
  expect(kept?.plannedAt).not.toBeNull();
  const payload = sampleEvent("product_assigned", { email, productId: product.easycartId ?? "" });
  const event = await makeEvent(store.id, { payload });
  const { event: noted } = await db().transaction((tx) => applyEvent(tx, store.id, event));
  expect(noted.customerId).not.toBe(customer.id);
  const { customers: found } = await searchStore(store.id, email);
  expect(found.map(({ id }) => id)).toEqual([noted.customerId]);
});

test("twice is once, and the journal names nobody", async () => {
  const { store, member, customer, email } = await makeKnownCustomer();
  await eraseCustomer(member, customer.id);
  expect(await eraseCustomer(member, customer.id)).toBeUndefined();
  const { rows } = await listDeeds(store.id, { limit: 9 });
  expect(rows).toMatchObject([{ what: "customer_erased", subject: customer.id, name: null }]);
  expect(JSON.stringify(rows)).not.toContain(email);
});

test("while a request is on its way nothing is erased: its answer would come afterwards", async () => {
  const { store, member, customer, automation, version, assigned, email } =
    await makeKnownCustomer();
  const parts = { automation, version, customer, event: assigned };
  const running = await makeRun(store.id, parts, { status: "running" });
  await db()
    .insert(attempts)
    .values({
      ...{ storeId: store.id, runId: running.id, number: 1, kind: "act", startedAt: now() },
    });
  await expect(eraseCustomer(member, customer.id)).rejects.toMatchObject({ key: "customerBusy" });
  expect(await columnsWith(email)).not.toEqual([]);
});
