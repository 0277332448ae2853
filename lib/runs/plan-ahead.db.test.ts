import { eq } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { automations } from "@/drizzle/schema/automations";
import { accessChanges, accesses } from "@/drizzle/schema/events";
import { runs } from "@/drizzle/schema/runs";
import {
  makeAccess,
  makeAutomation,
  makeCustomer,
  makeEvent,
  makeMember,
  makeProduct,
  makeStore,
} from "@/drizzle/testing/factories";
import { publishAutomation } from "@/lib/automations/publish";
import type { SendingWindow } from "@/lib/automations/sending-window";
import { now } from "@/lib/clock";
import { closeDb, db } from "@/lib/db";
import { sampleEvent } from "@/lib/easycart/samples";
import { planRuns } from "./plan";
import { planAhead } from "./plan-ahead";
import { planByClock } from "./plan-by-clock";

const DAY_MS = 86_400_000;
const inDays = (days: number) => new Date(now().getTime() + days * DAY_MS);
const BEFORE = { side: "before", unit: "days", value: 7 } as const;

let storeId: string;
let userId: string;
let productId: string;
beforeEach(async () => {
  // The sweeps look after all stores at once.
  await db().update(automations).set({ aheadAfter: null });
  await db().update(accesses).set({ endedAt: now() });
  storeId = (await makeStore()).id;
  userId = (await makeMember(storeId)).id;
  productId = (await makeProduct(storeId, { accessDays: 30 })).id;
});
afterAll(closeDb);

async function assigned(email: string, { at = now(), isSample = false } = {}) {
  const name = "product_assigned";
  const payload = sampleEvent(name, { email, orderId: email, now: at });
  const told = { name, payload, productId, occurredAt: at, isSample };
  await planRuns((await makeEvent(storeId, told)).id);
}

const publish = (moment: typeof BEFORE | null, sendingWindow: SendingWindow | null = null) =>
  publishAutomation(storeId, userId, {
    ...{ productId, name: "Przed końcem", trigger: "access_expired", moment, late: "run_now" },
    ...{ conditions: [], exitRules: [], sendingWindow },
    ...{ tool: "notifications", integrationId: null, action: "send", input: {}, labels: {} },
  });
/** Somebody's access with a known end; `eventId`: the event that told of it, if one did. */
async function endingAt(endsAt: Date, eventId?: string) {
  const { id: customerId } = await makeCustomer(storeId);
  const startedAt = inDays(-40);
  const { id: accessId } = await makeAccess(storeId, { productId, customerId, startedAt, endsAt });
  if (!eventId) return;
  const told = { storeId, accessId, eventId, what: "assigned", endsAt, at: startedAt };
  await db().insert(accessChanges).values(told);
}

const planned = () => db().select().from(runs).where(eq(runs.storeId, storeId));

describe("an automation published after the ends of accesses were known", () => {
  test("comes before those ends, once, and only where its moment is still ahead", async () => {
    await assigned("anna@example.test");
    await assigned("late@example.test", { at: inDays(-25) });
    await publish(BEFORE);
    const found = await planAhead();
    const [run, ...others] = await planned();
    expect(others).toEqual([]);
    expect(found.map(({ id }) => id)).toEqual([run?.id]);
    expect(run).toMatchObject({
      status: "waiting",
      snapshot: { contact: { email: "anna@example.test" } },
    });
    expect(Math.abs((run?.dueAt.getTime() ?? 0) - inDays(23).getTime())).toBeLessThan(
      2 * 3_600_000,
    );
    expect(await planAhead()).toEqual([]);
  });

  test("doesn't come late by a sending window that opens after its moment", async () => {
    await assigned("late@example.test", { at: inDays(-25) });
    await publish(BEFORE, { days: [1, 2, 3, 4, 5, 6, 7], from: 0, until: 1440 });
    expect(await planAhead()).toEqual([]);
  });

  test("after an edit leaves what waits by its earlier version, and finds who has none", async () => {
    await assigned("anna@example.test");
    const { automationId } = await publish(BEFORE);
    await planAhead();
    const [before] = await planned();
    await db().update(automations).set({ aheadAfter: "" }).where(eq(automations.id, automationId));
    expect(await planAhead()).toEqual([]);
    expect(await planned()).toEqual([before]);
  });

  test("that runs at the event, or is switched off, has nothing to plan", async () => {
    await assigned("anna@example.test");
    await publish(null);
    const { automationId } = await publish(BEFORE);
    await db().update(automations).set({ enabled: false }).where(eq(automations.id, automationId));
    expect(await planAhead()).toEqual([]);
    expect(await planned()).toEqual([]);
  });

  test("pages through more accesses than one batch holds", async () => {
    const event = await makeEvent(storeId, { productId });
    for (let i = 0; i < 5; i++) await endingAt(inDays(30), event.id);
    await publish(BEFORE);
    expect(await planAhead(2)).toHaveLength(5);
  });
});

describe("our own clock", () => {
  test("goes on beyond accesses that nothing starts from", async () => {
    const event = await makeEvent(storeId, { productId });
    await makeAutomation(storeId, { productId, version: { trigger: "access_expired" } });
    for (let i = 0; i < 4; i++) await endingAt(inDays(-2));
    await endingAt(inDays(-1), event.id);
    expect(await planByClock(2)).toHaveLength(1);
  });

  test("marks as a test what a test event began", async () => {
    await makeAutomation(storeId, { productId, version: { trigger: "access_expired" } });
    await assigned("anna@example.test", { at: inDays(-31), isSample: true });
    await planByClock();
    expect(await planned()).toMatchObject([
      { isSample: true, snapshot: { trigger: "access_expired" } },
    ]);
  });
});
