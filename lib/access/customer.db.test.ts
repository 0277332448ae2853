import { eq } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { runs } from "@/drizzle/schema/runs";
import {
  makeAutomation,
  makeCustomer,
  makeEvent,
  makeProduct,
  makeRun,
  makeStore,
} from "@/drizzle/testing/factories";
import { storyOf } from "@/drizzle/testing/story";
import { closeDb, db } from "@/lib/db";
import type { RunStatus } from "@/lib/runs/status";

let storeId: string;
let productId: string;
let story: ReturnType<typeof storyOf>;

beforeEach(async () => {
  storeId = (await makeStore()).id;
  const product = await makeProduct(storeId);
  productId = product.id;
  story = storyOf(storeId, product.easycartId ?? "");
});
afterAll(closeDb);

async function runOf(customer: Awaited<ReturnType<typeof makeCustomer>>, status: RunStatus) {
  const { automation, version } = await makeAutomation(storeId, { productId });
  const event = await makeEvent(storeId, { customerId: customer.id });
  const run = await makeRun(storeId, { automation, version, customer, event }, { status });
  return run.id;
}

async function contactOf(runId: string) {
  const [run] = await db().select().from(runs).where(eq(runs.id, runId));
  return { customerId: run?.customerId, ...run?.snapshot.contact };
}

const dataChanged = (email: string, name: string, number: number) =>
  story.tell("customer_data_changed", 1, { email, name, more: { customer_id: number } });

test("waiting runs go to the new address under the new name, what is done stays as it was", async () => {
  const email = "stary@example.test";
  const customer = await makeCustomer(storeId, { email, easycartId: "7" });
  const waiting = await runOf(customer, "waiting");
  const done = await runOf(customer, "done");
  await dataChanged("nowy@example.test", "Ewa Lis", 7);
  expect(await contactOf(waiting)).toEqual({
    customerId: customer.id,
    email: "nowy@example.test",
    name: "Ewa Lis",
    firstName: "Ewa",
    lastName: "Lis",
  });
  expect(await contactOf(done)).toMatchObject({ email });
});

test("the runs of somebody who turns out to be the same person follow", async () => {
  const kept = await makeCustomer(storeId, { email: "stary@example.test", easycartId: "7" });
  const joined = await makeCustomer(storeId, { email: "nowy@example.test", easycartId: "8" });
  const waiting = await runOf(joined, "waiting");
  await dataChanged("nowy@example.test", "Ewa Lis", 7);
  expect(await contactOf(waiting)).toMatchObject({
    customerId: kept.id,
    email: "nowy@example.test",
    name: "Ewa Lis",
  });
});

test("a number that many share moves nobody who has the address already", async () => {
  const ola = await makeCustomer(storeId, { email: "ola@example.test", easycartId: "1" });
  const jan = await makeCustomer(storeId, { email: "jan@example.test", easycartId: "1" });
  const waiting = await runOf(jan, "waiting");
  const { event } = await dataChanged("ola@example.test", "Ola Kos", 1);
  expect(event.customerId).toBe(ola.id);
  expect(await contactOf(waiting)).toMatchObject({ customerId: jan.id, email: jan.email });
});

test("another store's customer of the same address is somebody else", async () => {
  const other = await makeStore();
  const stranger = await makeCustomer(other.id, { email: "ola@example.test", easycartId: "1" });
  const { event } = await story.tell("product_assigned", 0, { email: "ola@example.test" });
  expect(event.customerId).not.toBe(stranger.id);
});
