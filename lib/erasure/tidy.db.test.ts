import { eq } from "drizzle-orm";
import { afterAll, afterEach, expect, test } from "vitest";
import { shopEvents } from "@/drizzle/schema/events";
import { makeEvent, makeStore } from "@/drizzle/testing/factories";
import { getReceipt } from "@/lib/activity/receipt-queries";
import { now, setClockOffset } from "@/lib/clock";
import { closeDb, db } from "@/lib/db";
import { setKeepMonths } from "./retention-queries";
import { makeKnownCustomer } from "./testing/known-customer";
import { tidy } from "./tidy";

afterAll(closeDb);
afterEach(() => setClockOffset(0));

const DAY_MS = 86_400_000;
const rawOf = async (eventId: string) => {
  const [event] = await db().select().from(shopEvents).where(eq(shopEvents.id, eventId));
  return event?.raw;
};

test("after its months an event and its requests tell of nobody; what waits keeps its event", async () => {
  const { store, email, given, assigned, early, done } = await makeKnownCustomer();
  await setKeepMonths(db(), store.id, 3);
  setClockOffset(80 * DAY_MS);
  expect(await tidy()).toBe(0);
  setClockOffset(100 * DAY_MS);
  await tidy();
  expect(await rawOf(early.id)).not.toContain("stara.");
  const { attempts, run } = await getReceipt(store.id, done.id);
  expect(JSON.stringify(attempts)).not.toContain(email);
  expect(run.status).toBe("done");
  // A run waits by the one, a delivery by the other.
  expect(await rawOf(assigned.id)).toContain(email);
  expect(await rawOf(given.id)).toContain(email);
  expect(await tidy()).toBe(0);
});

test("a store that keeps everything for ever is left alone, and so is what is more than a day's work", async () => {
  const [store, other] = [await makeStore({ keepMonths: 12 }), await makeStore()];
  const payload = { event: "product_assigned", customer_email: "a@a.test" };
  const old = { payload, receivedAt: new Date(now().getTime() - 400 * DAY_MS), plannedAt: now() };
  const kept = await makeEvent(other.id, old);
  for (let n = 0; n < 201; n++) await makeEvent(store.id, old);
  expect(await tidy()).toBe(201);
  expect(await rawOf(kept.id)).toContain("a@a.test");
});
