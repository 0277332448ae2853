import { eq, sql } from "drizzle-orm";
import { now } from "../../lib/clock";
import { db } from "../../lib/db";
import { seal } from "../../lib/secrets";
import { newId } from "../columns";
import { backfills } from "../schema/backfills";
import { deeds } from "../schema/deeds";
import { accessChanges } from "../schema/events";
import { deliveries, deliveryAttempts, forwardingAddresses } from "../schema/forwarding";
import { alerts, toolWishes } from "../schema/health";
import { invitations } from "../schema/invitations";
import { plans, products } from "../schema/products";
import { qrCodes, qrScans } from "../schema/qr";
import { attempts, runs } from "../schema/runs";
import { steeringParts, steerings } from "../schema/steering";
import { stores } from "../schema/stores";
import { unmetAutomations } from "../schema/unmet";
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
} from "./factories";

const DAY_MS = 86_400_000;
const inDays = (days: number) => new Date(now().getTime() + days * DAY_MS);

export type FullStore = Awaited<ReturnType<typeof makeFullStore>>;

/** A store that has something of everything, and whose settings are not the usual ones. */
export async function makeFullStore() {
  const store = await makeStore({
    timeZone: "Europe/London",
    cartRecoveryEvent: "their_cart",
    qrScannedEvent: "their_scan",
  });
  const { id: storeId } = store;
  await db()
    .update(stores)
    .set({ sealedSigningKey: seal("their signing key", storeId) })
    .where(eq(stores.id, storeId));
  const user = await makeMember(storeId);
  const parts = await makeParts(storeId, user.id);
  const runs = await makeRuns(storeId, parts);
  const forwarded = await makeForwarding(storeId, parts);
  const people = await makePeople(storeId, user.id);
  return {
    store,
    user,
    ...people,
    ...parts,
    ...runs,
    ...forwarded,
    ...(await makeCode(storeId, parts)),
  };
}

/** A colleague, somebody who is invited, a page of the journal, and an event that is over. */
async function makePeople(storeId: string, userId: string) {
  const colleague = await makeMember(storeId, { role: "editor" });
  const invitation = { id: newId("inv"), storeId, email: `${newId("usr")}@example.test` };
  await db()
    .insert(invitations)
    .values({ ...invitation, role: "viewer", tokenHash: invitation.id, expiresAt: inDays(7) });
  await db()
    .insert(deeds)
    .values({ storeId, userId, what: "person_invited", name: invitation.email, at: now() });
  await makeEvent(storeId, { plannedAt: now() });
  return { colleague, invitation };
}

/** A product with codes, one that was scanned, and an access that has none yet. */
async function makeCode(storeId: string, { product, access, event }: Parts) {
  await db().update(products).set({ qrCodes: true, qrScans: 5 }).where(eq(products.id, product.id));
  const code = { id: newId("qrc"), storeId, accessId: access.id, productId: product.id };
  await db()
    .insert(qrCodes)
    .values({ ...code, scans: 1, remaining: 4 });
  const scan = {
    ...{ id: newId("qrs"), storeId, codeId: code.id, key: "first", kind: "scan" as const },
    ...{ change: -1, remaining: 4, number: 1, eventId: event.id, userId: null, at: now() },
  };
  await db().insert(qrScans).values(scan);
  return { code, scan };
}

/** An address of the store and one of the product, and a delivery that is being tried. */
async function makeForwarding(storeId: string, { product, event }: Parts) {
  const ours = { id: newId("fwd"), storeId, productId: null, url: "https://ours.test/in" };
  const its = { id: newId("fwd"), storeId, productId: product.id, url: "https://its.test/in" };
  await db().insert(forwardingAddresses).values([ours, its]);
  const delivery = {
    ...{ id: newId("dlv"), storeId, eventId: event.id, addressId: its.id, productId: product.id },
    ...{ tries: 1, wakeAt: inDays(1), createdAt: now() },
  };
  await db().insert(deliveries).values(delivery);
  const attempt = { storeId, deliveryId: delivery.id, number: 1, startedAt: now() };
  await db().insert(deliveryAttempts).values(attempt);
  const unforwarded = await makeEvent(storeId, { productId: product.id });
  return { delivery, address: its, unforwarded };
}

type Parts = Awaited<ReturnType<typeof makeParts>>;

async function makeParts(storeId: string, userId: string) {
  const product = await makeProduct(storeId, { kind: "subscription" });
  const draft = await makeProduct(storeId, { savedAt: null });
  const plan = { id: newId("pla"), storeId, productId: product.id, name: "Plan", position: 0 };
  await db().insert(plans).values(plan);
  const customer = await makeCustomer(storeId, { easycartId: "customer 1" });
  const namesake = await makeCustomer(storeId, { easycartId: "customer 1" });
  const integration = await makeIntegration(storeId, { credentials: { url: "https://a.test" } });
  const broken = { connection: "broken" as const, fault: "auth" };
  const words = "Nie zna jan@quoted.test";
  const unused = await makeIntegration(storeId, { ...broken, words });
  const subject = { productId: product.id, customerId: customer.id };
  const event = await makeEvent(storeId, { ...subject, order: `order of ${storeId}` });
  const { automation, version } = await makeAutomation(storeId, {
    productId: product.id,
    version: {
      ...{ tool: "webhook", integrationId: integration.id, createdBy: userId },
      exitRules: [{ when: "bought", productId: null }],
    },
  });
  const access = await makeAccess(storeId, { ...subject, plan: "Plan", endsAt: inDays(9) });
  const twin = await makeAccess(storeId, { ...subject, endsAt: inDays(9) });
  const told = {
    ...{ storeId, accessId: access.id, eventId: event.id },
    ...{ what: "bought", at: now(), endsAt: access.endsAt },
  };
  await db().insert(accessChanges).values(told);
  await db()
    .insert(unmetAutomations)
    .values({
      ...{ storeId, eventId: event.id, automationId: automation.id, versionId: version.id },
      ...{ occurrence: "unmet", unmet: [{ fact: "plan", is: "equal", value: "Plan" }] },
    });
  const alert = { storeId, cause: "auth", raisedAt: now(), mailedAt: now() };
  await db()
    .insert(alerts)
    .values({ ...alert, integrationId: integration.id });
  await db().insert(toolWishes).values({ storeId, userId, tool: "Notes", purpose: "Notes" });
  return {
    ...{ product, plan, draft, customer, namesake, integration, unused, event },
    ...{ automation, version, access, twin, subject },
  };
}

async function makeRuns(storeId: string, parts: Parts) {
  const waiting = await makeMoved(storeId, parts);
  const running = await makeRun(storeId, parts, { status: "running" });
  const done = await makeRun(storeId, parts, { status: "done", dueAt: inDays(-1) });
  const failed = await makeRun(storeId, parts, { status: "failed", fault: "config" });
  const cancelled = await makeRun(storeId, parts, { status: "cancelled", dueAt: inDays(-2) });
  const steering = await makeSteering(storeId, cancelled);
  const attempt = { storeId, runId: running.id, number: 1, kind: "act" as const };
  await db()
    .insert(attempts)
    .values({ ...attempt, words: "Za chwilę", startedAt: now() });
  const backfill = await makeBackfill(storeId, parts);
  return { waiting, running, done, failed, cancelled, steering, backfill };
}

/** One under way, with a run of it that waits. */
async function makeBackfill(storeId: string, parts: Parts) {
  const backfill = {
    ...{ id: newId("bkf"), storeId, automationId: parts.automation.id },
    ...{ versionId: parts.version.id, since: inDays(-30), until: now() },
    ...{ expected: 2, planned: 1, perMinute: 60, slot: now(), nextAt: inDays(1) },
  };
  await db().insert(backfills).values(backfill);
  await makeRun(storeId, parts, { backfillId: backfill.id, dueAt: inDays(1) });
  return backfill;
}

/** The deed that cancelled the run. */
async function makeSteering(storeId: string, run: Awaited<ReturnType<typeof makeRun>>) {
  const { id: runId, dueAt, finishedAt: at } = run;
  const steering = { id: newId("ste"), storeId, userId: null, kind: "cancel" as const, count: 1 };
  const done = { ...steering, at: at ?? now(), undoneAt: null, restored: null };
  await db().insert(steerings).values(done);
  await db()
    .insert(steeringParts)
    .values({
      ...{ steeringId: done.id, storeId, first: runId, runIds: [runId] },
      ...{ dueAts: [dueAt], wakeAts: [dueAt], movedTo: sql`array[null]::timestamptz[]` },
      timedBy: sql`array[null]::int[]`,
    });
  return done;
}

/** Waits, and was moved by an edit. */
async function makeMoved(storeId: string, parts: Parts) {
  const run = await makeRun(storeId, parts, { accessId: parts.access.id, dueAt: inDays(1) });
  const snapshot = { ...run.snapshot, moved: { version: 1 } };
  await db().update(runs).set({ snapshot }).where(eq(runs.id, run.id));
  return { ...run, snapshot };
}
