import { eq } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { automations } from "@/drizzle/schema/automations";
import { backfills } from "@/drizzle/schema/backfills";
import { runs } from "@/drizzle/schema/runs";
import {
  makeAutomation,
  makeEvent,
  makeMember,
  makeProduct,
  makeStore,
} from "@/drizzle/testing/factories";
import { now } from "@/lib/clock";
import { closeDb, db } from "@/lib/db";
import { listDeeds } from "@/lib/deeds/queries";
import { sampleEvent } from "@/lib/easycart/samples";
import { planRuns } from "../plan";
import { planBackfills } from "./plan";
import { backfillProgress } from "./progress";
import { previewBackfill, startBackfill, steerBackfill } from "./steer";

const DAY_MS = 86_400_000;

let storeId: string;
let userId: string;
let productId: string;
beforeEach(async () => {
  // A backfill of another test would be planned as well, and mixed up with this one's.
  await db().update(backfills).set({ status: "stopped", nextAt: null, finishedAt: now() });
  storeId = (await makeStore()).id;
  userId = (await makeMember(storeId)).id;
  productId = (await makeProduct(storeId)).id;
});
afterAll(closeDb);

/** A purchase so many days ago; `days` may be a part of one. */
async function bought(email: string, days: number) {
  const at = new Date(now().getTime() - days * DAY_MS);
  const payload = sampleEvent("product_assigned", { email, orderId: email, now: at });
  const told = { name: "product_assigned", payload, productId, occurredAt: at, receivedAt: at };
  const event = await makeEvent(storeId, told);
  await planRuns(event.id);
  return event.id;
}

async function buyers(count: number) {
  for (let each = 0; each < count; each++) await bought(`k${each}@example.test`, 1 + each / 100);
}

const automated = async (version: object = {}) =>
  (await makeAutomation(storeId, { productId, version })).automation.id;

const asked = (automationId: string, chosen: string[] | null = null) => ({
  ...{ automationId, version: 1, days: 30 as const, chosen },
});

const made = () =>
  db().select().from(runs).where(eq(runs.storeId, storeId)).orderBy(runs.dueAt, runs.id);

test("runs come for past customers at the pace that was said, and each is marked", async () => {
  await buyers(3);
  const automationId = await automated();
  const preview = await previewBackfill(storeId, asked(automationId));
  expect(preview).toMatchObject({ atLeast: 3, atMost: 3, cut: false, perMinute: 60, seconds: 3 });
  const id = await startBackfill(storeId, userId, asked(automationId));
  expect(await made()).toEqual([]);
  const planned = await planBackfills();
  const rows = await made();
  expect(planned.map((run) => run.id).sort()).toEqual(rows.map((run) => run.id).sort());
  expect(rows.map((run) => [run.status, run.backfillId])).toEqual(Array(3).fill(["waiting", id]));
  const [first, second, third] = rows.map(({ dueAt }) => dueAt.getTime());
  expect([(second ?? 0) - (first ?? 0), (third ?? 0) - (second ?? 0)]).toEqual([1_000, 1_000]);
  expect(await backfillProgress(storeId, automationId)).toMatchObject({
    ...{ status: "done", expected: 3, planned: 3, open: 3, done: 0 },
  });
});

test("a page planned twice makes the same runs, and who has one is not taken again", async () => {
  const automationId = await automated();
  await bought("has@example.test", 0);
  await buyers(4);
  await db().delete(runs).where(eq(runs.storeId, storeId));
  const [has] = [await bought("again@example.test", 0)];
  await startBackfill(storeId, userId, asked(automationId));
  await planBackfills();
  const before = await made();
  expect(before.filter(({ eventId }) => eventId === has).map((run) => run.backfillId)).toEqual([
    null,
  ]);
  // Killed before it noted where it stood: the table says that nothing was looked at.
  const anew = { status: "running", afterAt: null, afterId: null, planned: 0 } as const;
  await db()
    .update(backfills)
    .set({ ...anew, finishedAt: null, nextAt: now() })
    .where(eq(backfills.storeId, storeId));
  expect(await planBackfills()).toEqual([]);
  expect(await made()).toEqual(before);
});

test("only what is due within the next minute or so is planned, and a pause holds the rest back", async () => {
  await buyers(14);
  const automationId = await automated();
  const id = await startBackfill(storeId, userId, asked(automationId));
  const slow = { perMinute: 4 };
  await db().update(backfills).set(slow).where(eq(backfills.id, id));
  await planBackfills(3);
  // A minute and a half ahead, a run each quarter of a minute.
  expect(await made()).toHaveLength(7);
  await steerBackfill(storeId, userId, id, "paused");
  expect(await planBackfills(3)).toEqual([]);
  await steerBackfill(storeId, userId, id, "running");
  expect(await planBackfills(3)).toEqual([]);
  // As if the first ones had come.
  await db().update(backfills).set({ slot: now() }).where(eq(backfills.id, id));
  await steerBackfill(storeId, userId, id, "running");
  await planBackfills(3);
  const rows = await made();
  expect(rows).toHaveLength(14);
  expect(new Set(rows.map(({ occurrence }) => occurrence)).size).toBe(14);
  // To go on with what goes on is no change.
  const noted = (await listDeeds(storeId, { limit: 9 })).rows;
  expect(noted.map(({ what, subject }) => [what, subject])).toEqual(
    ["resumed", "paused", "started"].map((what) => [`backfill_${what}`, automationId]),
  );
});

test("a stop cancels what has not begun, says why, and plans nothing more", async () => {
  await buyers(3);
  const automationId = await automated();
  const id = await startBackfill(storeId, userId, asked(automationId));
  await planBackfills();
  await steerBackfill(storeId, userId, id, "stopped");
  expect((await made()).map(({ status, reason }) => [status, reason])).toEqual(
    Array(3).fill(["cancelled", "backfillStopped"]),
  );
  expect(await planBackfills()).toEqual([]);
  expect(await backfillProgress(storeId, automationId)).toMatchObject({
    ...{ status: "stopped", spared: 3, open: 0 },
  });
  await expect(steerBackfill(storeId, userId, id, "running")).rejects.toMatchObject({
    key: "backfillOver",
  });
});

test("one at a time, and only of the version that was looked at", async () => {
  await buyers(2);
  const automationId = await automated();
  await startBackfill(storeId, userId, asked(automationId));
  const again = startBackfill(storeId, userId, asked(automationId));
  await expect(again).rejects.toMatchObject({ key: "backfillOpen" });
  const older = previewBackfill(storeId, { ...asked(automationId), version: 2 });
  await expect(older).rejects.toMatchObject({ key: "automationChanged" });
});

test("only those who were ticked", async () => {
  await buyers(3);
  const chosen = await bought("ticked@example.test", 2);
  const automationId = await automated();
  await startBackfill(storeId, userId, asked(automationId, [chosen]));
  await planBackfills();
  expect((await made()).map(({ eventId }) => eventId)).toEqual([chosen]);
});

test("ends by itself, and says why, where the automation is switched off meanwhile", async () => {
  await buyers(2);
  const automationId = await automated();
  await startBackfill(storeId, userId, asked(automationId));
  await db().update(automations).set({ enabled: false }).where(eq(automations.id, automationId));
  expect(await planBackfills()).toEqual([]);
  expect(await backfillProgress(storeId, automationId)).toMatchObject({
    ...{ status: "stopped", reason: "automationOff", planned: 0 },
  });
});

test("who has their moment ahead gets the run at that moment, not at once", async () => {
  await bought("ahead@example.test", 3);
  const moment = { side: "after", unit: "weeks", value: 2 } as const;
  const automationId = await automated({ moment });
  await startBackfill(storeId, userId, asked(automationId));
  await planBackfills();
  const [run] = await made();
  const days = ((run?.dueAt.getTime() ?? 0) - now().getTime()) / DAY_MS;
  expect(days).toBeGreaterThan(10.9);
  expect(days).toBeLessThan(11.1);
});

test("what works before an event can't be made up for", async () => {
  const moment = { side: "before", unit: "days", value: 3 } as const;
  const automationId = await automated({ trigger: "access_expired", moment });
  const preview = previewBackfill(storeId, asked(automationId));
  await expect(preview).rejects.toMatchObject({ key: "backfillBefore" });
});

test("two processes plan each page once", async () => {
  await buyers(30);
  const automationId = await automated();
  await startBackfill(storeId, userId, asked(automationId));
  const planned = await Promise.all([planBackfills(10), planBackfills(10)]);
  const ids = planned.flat().map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect((await made()).length).toBeGreaterThanOrEqual(10);
});
