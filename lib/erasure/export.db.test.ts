import { afterAll, expect, test } from "vitest";
import { makeEvent, makeStore } from "@/drizzle/testing/factories";
import { closeDb } from "@/lib/db";
import { listDeeds } from "@/lib/deeds/queries";
import { exportCustomer } from "./export";
import { makeKnownCustomer } from "./testing/known-customer";

afterAll(closeDb);

async function textOf(pieces: AsyncGenerator<string>): Promise<string> {
  let text = "";
  for await (const piece of pieces) text += piece;
  return text;
}

test("everything of a customer comes as one JSON text, over several pages", async () => {
  const { store, member, customer, email, waiting } = await makeKnownCustomer();
  for (let n = 0; n < 101; n++) await makeEvent(store.id, { customerId: customer.id });
  const told = JSON.parse(await textOf(await exportCustomer(member, customer.id)));
  expect(told.customer).toMatchObject({ id: customer.id, email });
  expect(told.accesses).toMatchObject([{ order: "order-1", qrScans: 1 }]);
  expect(told.events).toHaveLength(103);
  expect(new Set(told.events.map(({ id }: { id: string }) => id)).size).toBe(103);
  expect(told.runs).toHaveLength(3);
  const run = told.runs.find(({ id }: { id: string }) => id === waiting.id);
  expect(run.snapshot.contact.email).toBe(email);
  const { rows } = await listDeeds(store.id, { limit: 9 });
  expect(rows).toMatchObject([{ what: "customer_exported", subject: customer.id }]);
});

test("of the buyer a present's receiver is told nothing, and of another store's customers nobody", async () => {
  const { member, friend, friendly, secrets } = await makeKnownCustomer();
  const text = await textOf(await exportCustomer(member, friend.id));
  expect(text).toContain(friendly);
  const { events } = JSON.parse(text);
  for (const secret of secrets) expect(JSON.stringify(events)).not.toContain(secret);
  const stranger = { ...member, storeId: (await makeStore()).id };
  await expect(exportCustomer(stranger, friend.id)).rejects.toMatchObject({ key: "notFound" });
});
