import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import { newId } from "@/drizzle/columns";
import { accessChanges, type shopEvents } from "@/drizzle/schema/events";
import { deliveries, deliveryAttempts, forwardingAddresses } from "@/drizzle/schema/forwarding";
import { qrCodes, qrScans } from "@/drizzle/schema/qr";
import { attempts, runs } from "@/drizzle/schema/runs";
import {
  makeAccess,
  makeAutomation,
  makeCustomer,
  makeEvent,
  makeIntegration,
  makeMember,
  makeProduct,
  makeRun,
  makeStore,
} from "@/drizzle/testing/factories";
import { findMember } from "@/lib/auth/queries";
import { now } from "@/lib/clock";
import { db } from "@/lib/db";
import { sampleEvent } from "@/lib/easycart/samples";

const exchangeOf = (email: string) => ({
  ...{ method: "POST", url: `https://api.example.test/contacts?email=${email}` },
  ...{ headers: { to: email }, sent: `{"email":"${email}"}`, status: 200 },
  ...{ received: `{"found":"${email}"}`, startedAt: now().toISOString(), ms: 5 },
});

/** Somebody of whom everything is stored that can be, under an old and a new address; and a friend of theirs. */
export async function makeKnownCustomer() {
  const tag = randomBytes(6).toString("hex");
  const [email, old, friendly] = [`nowa.${tag}@a.test`, `stara.${tag}@a.test`, `ola.${tag}@a.test`];
  const [firstName, lastName] = [`Bogumiła${tag}`, `Krzak${tag}`];
  const person = { email, name: `${firstName} ${lastName}` };
  const shop = await makeShop(email);
  const { id: storeId } = shop.store;
  const customer = await makeCustomer(storeId, { ...person, firstName, lastName, easycartId: tag });
  const friend = await makeCustomer(storeId, { email: friendly, name: "Ola Lis" });
  const events = await makeEvents(storeId, { ...shop, customer, friend, person, old });
  const { assigned, given } = events;
  const access = await makeAccess(storeId, {
    ...{ productId: shop.product.id, customerId: customer.id, source: "order-1" },
    endsAt: new Date(now().getTime() + 86_400_000),
  });
  const change = { storeId, accessId: access.id, eventId: assigned.id, what: "assigned" };
  await db()
    .insert(accessChanges)
    .values({ ...change, at: now() });
  const made = await makeRuns(storeId, { ...shop, ...events, customer, friend, access, old });
  await makeDeliveries(storeId, [assigned, given], email);
  await makeScan(storeId, { access, product: shop.product, event: assigned });
  const secrets = [email, old, firstName, lastName];
  return { ...shop, ...events, ...made, customer, friend, access, email, friendly, secrets };
}

type Shop = Awaited<ReturnType<typeof makeShop>>;
type Customer = Awaited<ReturnType<typeof makeCustomer>>;
type Events = Awaited<ReturnType<typeof makeEvents>>;

async function makeShop(email: string) {
  const store = await makeStore();
  const { id: storeId } = store;
  const member = await findMember(storeId, (await makeMember(storeId)).id);
  if (!member) throw new Error("The owner is no member");
  const product = await makeProduct(storeId, { qrCodes: true });
  const integration = await makeIntegration(storeId, { words: `Nie ma ${email}` });
  const input = { text: "Cześć {{customer.email}}" };
  const version = { integrationId: integration.id, input };
  const made = await makeAutomation(storeId, { productId: product.id, version });
  return { store, member, product, ...made };
}

type Told = {
  product: Shop["product"];
  customer: Customer;
  friend: Customer;
  person: { email: string; name: string };
  old: string;
};

/** A purchase under the old address, one under the new, a present for the friend, and one not planned yet. */
async function makeEvents(storeId: string, { product, customer, friend, person, old }: Told) {
  const told = (payload: object, customerId: string | null, plannedAt: Date | null = now()) =>
    makeEvent(storeId, { customerId, productId: product.id, payload, plannedAt });
  const before = { ...person, email: old };
  const gift = { ...person, assignee: { email: friend.email, name: "Ola Lis" } };
  return {
    assigned: await told(sampleEvent("product_assigned", person), customer.id),
    early: await told(sampleEvent("single_product_bought", before), customer.id),
    given: await told(sampleEvent("product_assigned", gift), friend.id),
    unplanned: await told(sampleEvent("single_product_bought", person), null, null),
  };
}

type Ran = Shop &
  Events & { customer: Customer; friend: Customer; old: string } & {
    access: { id: string };
  };

async function makeRuns(storeId: string, { customer, friend, access, old, ...rest }: Ran) {
  const { email } = customer;
  const parts = { automation: rest.automation, version: rest.version };
  const own = { ...parts, customer, event: rest.assigned };
  const formerly = { ...parts, customer: { ...customer, email: old }, event: rest.early };
  const friends = { ...parts, customer: friend, event: rest.given };
  const waiting = await makeRun(storeId, own, { accessId: access.id });
  const failed = await makeRun(storeId, own, { status: "failed", words: `Złe: ${email}` });
  const done = await makeRun(storeId, formerly, { status: "done", ticket: email });
  const theirs = await makeRun(storeId, friends, { status: "done" });
  const filled = { ...waiting.snapshot, input: { text: `Cześć ${email}` } };
  await db().update(runs).set({ snapshot: filled }).where(eq(runs.id, waiting.id));
  const tried = { storeId, number: 1, kind: "act" as const, startedAt: now(), outcome: "done" };
  const exchanges = [exchangeOf(email)];
  await db()
    .insert(attempts)
    .values(
      [failed, done, theirs].map(({ id: runId }) => {
        return { ...tried, runId, words: `O ${email}`, exchanges };
      }),
    );
  return { waiting, failed, done, theirs };
}

async function makeDeliveries(
  storeId: string,
  [sent, given]: (typeof shopEvents.$inferSelect)[],
  email: string,
) {
  if (!sent || !given) throw new Error("Two events");
  const address = { id: newId("fwd"), storeId, url: "https://hook.example.test/1" };
  await db().insert(forwardingAddresses).values(address);
  for (const { id: eventId } of [sent, given]) {
    const delivery = { id: newId("dlv"), storeId, eventId, addressId: address.id };
    await db()
      .insert(deliveries)
      .values({ ...delivery, signature: "sha256=1", wakeAt: now(), tries: 1 });
    await db()
      .insert(deliveryAttempts)
      .values({
        ...{ storeId, deliveryId: delivery.id, number: 1, startedAt: now() },
        ...{ outcome: "unavailable", words: email, exchange: exchangeOf(email) },
      });
  }
}

async function makeScan(
  storeId: string,
  parts: { access: { id: string }; product: { id: string }; event: { id: string } },
) {
  const code = {
    ...{ id: newId("qrc"), storeId, accessId: parts.access.id, productId: parts.product.id },
    scans: 1,
  };
  await db().insert(qrCodes).values(code);
  await db()
    .insert(qrScans)
    .values({
      ...{ storeId, codeId: code.id, key: "1", kind: "scan" as const, change: 0, number: 1 },
      ...{ eventId: parts.event.id, at: now() },
    });
}
