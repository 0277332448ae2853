import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, expect, test, vi } from "vitest";
import { automations } from "@/drizzle/schema/automations";
import { accessChanges } from "@/drizzle/schema/events";
import {
  makeAccess,
  makeAutomation,
  makeCustomer,
  makeEvent,
  makeMember,
  makeProduct,
  makeRun,
  makeStore,
} from "@/drizzle/testing/factories";
import { dueAt } from "@/lib/automations/due";
import { now, setClockOffset } from "@/lib/clock";
import { closeDb, db } from "@/lib/db";
import { announceChanges, announceRunsAhead, announceSteering } from "@/lib/inngest/announce";
import { claimRun } from "./claim";
import { courseOf, followSteering, type Told } from "./follow-steering";
import { performRun } from "./perform";
import { getRun, lockRun, updateRun } from "./queries";
import { rerun } from "./steer";
import { steerRuns, undoable, undoSteering } from "./steer-many";
import type { Change } from "./steer-queries";
import { UNDONE_WITHIN_MS } from "./steering";

vi.mock("@/lib/inngest/announce");

const ZONE = "Europe/Warsaw";
const DAY_MS = 86_400_000;
const inDays = (days: number) => new Date(now().getTime() + days * DAY_MS);
const CANCEL: Change = { kind: "cancel", reason: "byHand" };

let storeId: string;
let userId: string;
let parts: Parameters<typeof makeRun>[1];

beforeEach(async () => {
  storeId = (await makeStore()).id;
  userId = (await makeMember(storeId)).id;
  const product = await makeProduct(storeId);
  parts = {
    ...(await makeAutomation(storeId, { productId: product.id })),
    customer: await makeCustomer(storeId, { email: "lucja_s@example.com", name: "Łucja" }),
    event: await makeEvent(storeId),
  };
});
afterEach(() => {
  setClockOffset(0);
  vi.clearAllMocks();
});
afterAll(closeDb);

const waiting = (days: number, given: Parameters<typeof makeRun>[2] = {}) =>
  makeRun(storeId, parts, { dueAt: inDays(days), ...given });
const statusOf = async (id: string) => (await getRun(storeId, id))?.status;
const all = { filter: {} };

test("cancels all that wait, and undoing gives each its own moment back", async () => {
  const soon = await waiting(1);
  const retrying = await waiting(-1, { wakeAt: inDays(2), startedAt: inDays(-1) });
  const done = await waiting(-2, { status: "done" });
  const { id, count } = await steerRuns(storeId, userId, all, CANCEL);
  expect(count).toBe(2);
  expect(await getRun(storeId, soon.id)).toMatchObject({
    ...{ status: "cancelled", reason: "byHand", wakeAt: null, finishedAt: expect.any(Date) },
  });
  expect(await undoable(storeId)).toMatchObject({ id, kind: "cancel", count: 2, userId });
  expect(await undoSteering(storeId, id)).toEqual({ restored: 2, left: 0 });
  expect(await getRun(storeId, soon.id)).toEqual(soon);
  expect(await getRun(storeId, retrying.id)).toEqual(retrying);
  expect(await getRun(storeId, done.id)).toEqual(done);
  expect(await undoable(storeId)).toBeUndefined();
  await expect(undoSteering(storeId, id)).rejects.toThrow("undoneAlready");
});

test("moves whole days on the store's clock, to a date, or at once", async () => {
  const run = await waiting(0, { dueAt: new Date("2027-03-27T08:00:00Z") });
  await steerRuns(storeId, userId, all, { kind: "move", days: 1, timeZone: ZONE });
  // 09:00 in Warsaw on both days, an hour less between them.
  const moved = new Date("2027-03-28T07:00:00Z");
  expect(await getRun(storeId, run.id)).toMatchObject({ dueAt: moved, wakeAt: moved });
  const to = new Date("2027-02-03T04:05:06Z");
  const { id } = await steerRuns(storeId, userId, { ids: [run.id] }, { kind: "move", to });
  expect(await getRun(storeId, run.id)).toMatchObject({ dueAt: to, wakeAt: to });
  await undoSteering(storeId, id);
  expect(await getRun(storeId, run.id)).toMatchObject({ dueAt: moved, wakeAt: moved });
  const before = now();
  await steerRuns(storeId, userId, all, { kind: "start" });
  const started = await getRun(storeId, run.id);
  expect(started?.dueAt.getTime()).toBeGreaterThanOrEqual(before.getTime());
  expect(started?.dueAt.getTime()).toBeLessThanOrEqual(now().getTime());
});

test("counts days and weeks on the store's clock as they are counted when a run is planned", async () => {
  setClockOffset(new Date("2026-01-01T00:00:00Z").getTime() - Date.now());
  const stood = ["2026-03-28T01:30", "2026-10-24T00:30", "2026-10-24T01:30", "2026-10-25T01:30"];
  for (const value of [1, 3, 7, 21])
    for (const at of stood) {
      const before = new Date(`${at}:00.000Z`);
      const { id } = await waiting(0, { dueAt: before });
      await steerRuns(
        storeId,
        userId,
        { ids: [id] },
        { kind: "move", days: value, timeZone: ZONE },
      );
      expect((await getRun(storeId, id))?.dueAt, `${at} ${value}`).toEqual(
        dueAt(before, { side: "after", unit: "days", value }, ZONE),
      );
    }
});

test("reaches those that the filter finds, without the exceptions and what was planned later", async () => {
  const mine = await waiting(1);
  const spared = await waiting(1);
  const later = await waiting(9);
  const other = await makeRun(
    storeId,
    { ...parts, customer: await makeCustomer(storeId) },
    { dueAt: inDays(1) },
  );
  const knownAt = now();
  setClockOffset(1_000);
  const planned = await waiting(1);
  const filter = { customer: "LUCJA_", until: inDays(5), automationId: parts.automation.id };
  const which = { filter, except: [spared.id], knownAt };
  expect((await steerRuns(storeId, userId, which, CANCEL)).count).toBe(1);
  expect(await statusOf(mine.id)).toBe("cancelled");
  for (const { id } of [spared, later, other, planned]) expect(await statusOf(id)).toBe("waiting");
});

test("a run that begins meanwhile is left alone, and is not touched by the undoing either", async () => {
  const begun = await waiting(-1);
  const still = await waiting(1);
  const cancelling = db().transaction(async (tx) => {
    // Holds the row as a claim does, until the cancelling waits for it.
    await lockRun(tx, storeId, begun.id);
    const steering = steerRuns(storeId, userId, all, CANCEL);
    await expect.poll(() => blockedStatements()).toBeGreaterThan(0);
    const claimedUntil = inDays(1);
    await updateRun(tx, storeId, begun.id, { status: "running", claimedUntil });
    return { steering };
  });
  const { id, count } = await (await cancelling).steering;
  expect(count).toBe(1);
  expect(await statusOf(begun.id)).toBe("running");
  expect(await statusOf(still.id)).toBe("cancelled");
  expect(await undoSteering(storeId, id)).toEqual({ restored: 1, left: 0 });
});

const blockedStatements = async () => {
  const rows = await db().execute(
    "select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()",
  );
  return rows.length;
};

test("undoing leaves alone what was run again, moved, has begun or is no longer meant", async () => {
  const rerunLater = await waiting(1);
  const untouched = await waiting(1);
  const cancelled = await steerRuns(storeId, userId, all, CANCEL);
  await rerun(storeId, rerunLater.id);
  expect(await undoSteering(storeId, cancelled.id)).toEqual({ restored: 1, left: 1 });
  expect(await getRun(storeId, untouched.id)).toEqual(untouched);

  const move: Change = { kind: "move", days: 7, timeZone: ZONE };
  const moved = await steerRuns(storeId, userId, { ids: [untouched.id] }, move);
  await steerRuns(storeId, userId, { ids: [untouched.id] }, { kind: "start" });
  await claimRun(storeId, untouched.id, true);
  expect(await undoSteering(storeId, moved.id)).toEqual({ restored: 0, left: 1 });
});

test("what a changed access or a deleted automation would have cancelled is not brought back", async () => {
  const access = await makeAccess(storeId, {
    ...{ productId: parts.automation.productId, customerId: parts.customer.id },
    endsAt: inDays(9),
  });
  const run = await waiting(9, { accessId: access.id });
  const snapshot = { ...run.snapshot, trigger: "access_expired" as const };
  await updateRun(db(), storeId, run.id, { snapshot });
  const { id } = await steerRuns(storeId, userId, all, CANCEL);
  setClockOffset(1_000);
  const change = { storeId, accessId: access.id, what: "regained", at: now() };
  await db().insert(accessChanges).values(change);
  expect(await undoSteering(storeId, id)).toEqual({ restored: 0, left: 1 });

  await waiting(3);
  const second = await steerRuns(storeId, userId, all, CANCEL);
  await db()
    .update(automations)
    .set({ deletedAt: now() })
    .where(eq(automations.id, parts.automation.id));
  expect(await undoSteering(storeId, second.id)).toEqual({ restored: 0, left: 1 });
});

test("undoing ends after its minutes, and is nobody else's", async () => {
  await waiting(1);
  const { id } = await steerRuns(storeId, userId, all, CANCEL);
  const { id: other } = await makeStore();
  await expect(undoSteering(other, id)).rejects.toThrow("notFound");
  setClockOffset(10 * 60_000 + 1);
  expect(await undoable(storeId)).toBeUndefined();
  await expect(undoSteering(storeId, id)).rejects.toThrow("undoTooLate");
});

/** Whose sleep was ended, and who was announced anew, since the last look. */
async function told(steeringId: string, what: Told = "sooner") {
  const part = await followSteering(storeId, steeringId, "", what);
  expect(part && (await followSteering(storeId, steeringId, part, what))).toBeNull();
  const idsOf = (mock: { mock: { calls: [readonly { id: string }[]][] } }) =>
    mock.mock.calls.flatMap(([runs]) => runs.map(({ id }) => id)).toSorted();
  const heard = {
    ended: idsOf(vi.mocked(announceChanges)),
    announced: idsOf(vi.mocked(announceRunsAhead)),
  };
  vi.clearAllMocks();
  return heard;
}

/** Until when the latest steering may be undone, and a little longer; epoch ms. */
const undoneBy = async () =>
  ((await undoable(storeId))?.at.getTime() ?? Number.NaN) + UNDONE_WITHIN_MS;

const NOTHING = { ended: [], announced: [] };

test("the engine hears of what its sleeps don't serve any more, as it is by then", async () => {
  const [one, two] = [await waiting(3), await waiting(9)];
  const later = await steerRuns(storeId, userId, all, { kind: "move", days: 7, timeZone: ZONE });
  expect(announceSteering).toHaveBeenCalledExactlyOnceWith(storeId, later.id);
  expect(await told(later.id)).toEqual(NOTHING);
  await undoSteering(storeId, later.id);
  expect(await told(later.id)).toEqual(NOTHING);

  const earlier = await steerRuns(storeId, userId, all, { kind: "move", to: inDays(5) });
  expect(await told(earlier.id)).toEqual({ ended: [two.id], announced: [two.id] });
  const started = await steerRuns(storeId, userId, all, { kind: "start" });
  expect(await courseOf(storeId, started.id)).toEqual({ sooner: true, endedFrom: null });
  await claimRun(storeId, one.id, true);
  expect(await told(started.id)).toEqual({ ended: [two.id], announced: [two.id] });
});

test("a cancelling ends the engine's sleeps when it can't be undone any more, and not before", async () => {
  const [one, two] = [await waiting(3), await waiting(9)];
  const { id } = await steerRuns(storeId, userId, all, CANCEL);
  const endedFrom = new Date(await undoneBy()).toISOString();
  expect(await courseOf(storeId, id)).toEqual({ sooner: false, endedFrom });
  expect(await told(id, "ended")).toEqual(NOTHING);
  await rerun(storeId, two.id);
  vi.clearAllMocks();
  setClockOffset(UNDONE_WITHIN_MS);
  expect(await told(id, "ended")).toEqual({ ended: [one.id], announced: [] });
});

test("an undoing tells the engine of those only whose sleep may have ended meanwhile", async () => {
  const [soon, late] = [await waiting(2 / 1440), await waiting(3)];
  const { id } = await steerRuns(storeId, userId, all, CANCEL);
  setClockOffset(5 * 60_000);
  // Whoever looks meanwhile looks again, as long as the run may be given back.
  const { again } = await performRun(storeId, soon.id);
  expect(again?.getTime()).toBe(await undoneBy());
  await undoSteering(storeId, id);
  expect(await courseOf(storeId, id)).toEqual({ sooner: true, endedFrom: null });
  expect(await told(id)).toEqual({ ended: [soon.id], announced: [soon.id] });
  expect((await performRun(storeId, late.id)).again).toEqual(late.wakeAt);
});

test("nobody sleeps past the moment until which an undoing may bring a run forward", async () => {
  const run = await waiting(3);
  await steerRuns(storeId, userId, all, { kind: "move", days: 7, timeZone: ZONE });
  const until = await undoneBy();
  expect((await performRun(storeId, run.id)).again?.getTime()).toBe(until);
  setClockOffset(UNDONE_WITHIN_MS + 1_000);
  expect((await performRun(storeId, run.id)).again).toEqual(
    (await getRun(storeId, run.id))?.wakeAt,
  );
  await steerRuns(storeId, userId, all, CANCEL);
  setClockOffset(2 * UNDONE_WITHIN_MS + 2_000);
  expect((await performRun(storeId, run.id)).again).toBeNull();
});

test("nobody touched, nothing told", async () => {
  expect((await steerRuns(storeId, userId, all, CANCEL)).count).toBe(0);
  expect(announceSteering).not.toHaveBeenCalled();
  expect(await undoable(storeId)).toBeUndefined();
});
