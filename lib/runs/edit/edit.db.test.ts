import { eq } from "drizzle-orm";
import { afterAll, afterEach, expect, test, vi } from "vitest";
import { versions } from "@/drizzle/schema/automations";
import { runs } from "@/drizzle/schema/runs";
import {
  makeAutomation,
  makeCustomer,
  makeEvent,
  makeMember,
  makeProduct,
  makeRun,
  makeStore,
} from "@/drizzle/testing/factories";
import { type AutomationInput, automationTiming } from "@/lib/automations/input";
import type { Moment } from "@/lib/automations/moment";
import { getAutomation } from "@/lib/automations/queries";
import { now } from "@/lib/clock";
import { closeDb, db } from "@/lib/db";
import { announceRunsAhead, announceSteering } from "@/lib/inngest/announce";
import { claimRun } from "../claim";
import { followSteering } from "../follow-steering";
import { getRun } from "../queries";
import type { Snapshot } from "../snapshot";
import { undoable, undoSteering } from "../steer-many";
import { KEEP_ALL } from "./choice";
import type { Decision } from "./input";
import { pageOfTouched, sumTouched } from "./preview";
import { endAutomation, publishEdit } from "./publish";

vi.mock("@/lib/inngest/announce");

afterEach(() => void vi.clearAllMocks());
afterAll(closeDb);

const DAY_MS = 86_400_000;
const inDays = (days: number) => new Date(now().getTime() + days * DAY_MS);
const TWO_WEEKS: Moment = { side: "after", unit: "weeks", value: 2 };
const THREE_DAYS: Moment = { side: "after", unit: "days", value: 3 };
const all = (choice: Decision["all"]): Decision => ({ ...KEEP_ALL, all: choice });

/** An automation two weeks after a purchase, and people who bought so many days ago. */
async function waiting(...daysAgo: number[]) {
  const { id: storeId } = await makeStore({ timeZone: "Etc/UTC" });
  const { id: userId } = await makeMember(storeId);
  const product = await makeProduct(storeId);
  const made = await makeAutomation(storeId, {
    productId: product.id,
    version: { moment: TWO_WEEKS, input: { to: "a@example.com" } },
  });
  const event = await makeEvent(storeId);
  const ids: string[] = [];
  for (const days of daysAgo) {
    const customer = await makeCustomer(storeId);
    const run = await makeRun(storeId, { ...made, customer, event }, { dueAt: inDays(14 - days) });
    const snapshot = { ...run.snapshot, anchor: inDays(-days).toISOString() };
    await db().update(runs).set({ snapshot }).where(eq(runs.id, run.id));
    ids.push(run.id);
  }
  const { automation, version } = made;
  const { late, tool, integrationId, action, input, labels } = version;
  const given: AutomationInput = {
    ...{ productId: product.id, name: automation.name, trigger: version.trigger, late },
    ...{ moment: THREE_DAYS, conditions: [], exitRules: [], sendingWindow: null },
    ...{ tool, integrationId, action, input, labels },
  };
  return { storeId, userId, automationId: automation.id, given, ids };
}

const edit = (
  { storeId, userId, automationId, given }: Awaited<ReturnType<typeof waiting>>,
  decision: Decision,
) => publishEdit(storeId, userId, given, { automationId, version: 1 }, decision);

/** As if automation and runs had always been of that trigger. */
async function setTrigger(
  { storeId, ids }: Awaited<ReturnType<typeof waiting>>,
  trigger: Snapshot["trigger"],
) {
  await db().update(versions).set({ trigger }).where(eq(versions.storeId, storeId));
  for (const id of ids) {
    const run = await getRun(storeId, id);
    const snapshot = { ...run?.snapshot, trigger } as Snapshot;
    await db().update(runs).set({ snapshot }).where(eq(runs.id, id));
  }
}

const statesOf = (storeId: string, ids: readonly string[]) =>
  Promise.all(
    ids.map(async (id) => {
      const run = await getRun(storeId, id);
      const days = ((run?.dueAt.getTime() ?? 0) - now().getTime()) / DAY_MS;
      // Not the negative zero of a moment that has just passed.
      return [run?.status, Math.round(days) + 0];
    }),
  );

test("before anything changes it is told who waits, until when, and what moving would do", async () => {
  const shop = await waiting(1, 13);
  const to = { version: 1, timing: automationTiming.parse(shop.given) };
  const sum = await sumTouched(shop.storeId, shop.automationId, to);
  expect(sum).toEqual({
    ...{ waiting: 2, versions: [1], moments: { before: TWO_WEEKS, after: THREE_DAYS } },
    move: { movable: 2, atOnce: 1, skipped: 0 },
  });
  const page = await pageOfTouched(shop.storeId, shop.automationId, to);
  expect(page.rows.map(({ runId, becomes }) => [runId, becomes])).toEqual([
    [shop.ids[1], "atOnce"],
    [shop.ids[0], "moves"],
  ]);
  expect(page.next).toBeNull();
  expect(await statesOf(shop.storeId, shop.ids)).toEqual([
    ["waiting", 13],
    ["waiting", 1],
  ]);
});

test("those who wait keep their time and their version unless somebody chose otherwise", async () => {
  const shop = await waiting(1);
  expect(await edit(shop, KEEP_ALL)).toMatchObject({
    version: 2,
    decided: { moved: 0, cancelled: 0 },
  });
  expect(await statesOf(shop.storeId, shop.ids)).toEqual([["waiting", 13]]);
});

test("all move but the exceptions; the past comes at once, and the engine is told of those now earlier", async () => {
  const shop = await waiting(1, 13, 2, 3);
  const [, , kept = "", cancelled = ""] = shop.ids;
  const exceptions: Decision["exceptions"] = [
    { runId: kept, choice: "keep" },
    { runId: cancelled, choice: "cancel" },
  ];
  const { decided } = await edit(shop, { all: "move", exceptions });
  expect(decided).toEqual({ moved: 2, atOnce: 1, skipped: 0, cancelled: 1 });
  expect(await statesOf(shop.storeId, shop.ids)).toEqual([
    ["waiting", 2],
    ["waiting", 0],
    ["waiting", 12],
    ["cancelled", 11],
  ]);
  const [first = ""] = shop.ids;
  const run = await getRun(shop.storeId, first);
  expect(run?.wakeAt).toEqual(run?.dueAt);
  expect(run?.snapshot).toMatchObject({
    ...{ moment: THREE_DAYS, moved: { version: 2 } },
    automation: { version: 1 },
  });
  const { storeId } = shop;
  const steered = vi.mocked(announceSteering).mock.calls.map(([, id]) => id);
  for (const id of steered) await followSteering(storeId, id, "", "sooner");
  const told = vi.mocked(announceRunsAhead).mock.calls.map(([runs]) => runs.map(({ id }) => id));
  expect(told).toEqual([[], [shop.ids[1], shop.ids[0]]]);
  expect((await getRun(storeId, cancelled))?.reason).toBe("automationEdited");
});

test("only some are cancelled where all others keep", async () => {
  const shop = await waiting(1, 2);
  const [one = ""] = shop.ids;
  const decision: Decision = { all: "keep", exceptions: [{ runId: one, choice: "cancel" }] };
  expect((await edit(shop, decision)).decided).toMatchObject({ moved: 0, cancelled: 1 });
  expect(await statesOf(shop.storeId, shop.ids)).toEqual([
    ["cancelled", 13],
    ["waiting", 12],
  ]);
});

test("a run that begins first goes its way, and the number told is the real one", async () => {
  const shop = await waiting(14, 1);
  const [due = ""] = shop.ids;
  expect((await claimRun(shop.storeId, due, true)).run?.id).toBe(due);
  expect((await edit(shop, all("move"))).decided.moved).toBe(1);
  expect((await getRun(shop.storeId, due))?.status).toBe("running");
});

test("when the edit is refused, nobody moved", async () => {
  const shop = await waiting(1);
  await edit(shop, KEEP_ALL);
  await expect(edit(shop, all("cancel"))).rejects.toThrow("automationChanged");
  expect(await statesOf(shop.storeId, shop.ids)).toEqual([["waiting", 13]]);
});

test("moves to what may lie before the event skip where the automation says so", async () => {
  const shop = await waiting(1, 5);
  await setTrigger(shop, "access_expired");
  const given: AutomationInput = {
    ...{ ...shop.given, trigger: "access_expired" },
    moment: { side: "before", unit: "days", value: 1 },
  };
  const { decided } = await edit({ ...shop, given }, all("move"));
  expect(decided).toEqual({ moved: 0, atOnce: 0, skipped: 2, cancelled: 0 });
  const [one = ""] = shop.ids;
  expect(await getRun(shop.storeId, one)).toMatchObject({
    ...{ status: "skipped", reason: "momentPast", wakeAt: null },
  });
});

test("a moment of another trigger can't be worked out anew: nobody moves", async () => {
  const shop = await waiting(1);
  const given: AutomationInput = { ...shop.given, trigger: "plan_changed" };
  const to = { version: 1, timing: automationTiming.parse(given) };
  expect((await sumTouched(shop.storeId, shop.automationId, to)).move).toBeNull();
  expect((await edit({ ...shop, given }, all("move"))).decided.moved).toBe(0);
  expect(await statesOf(shop.storeId, shop.ids)).toEqual([["waiting", 13]]);
});

test("switching off keeps or cancels, deleting likewise; another store's automation stays", async () => {
  const shop = await waiting(1, 2);
  const { storeId, userId, automationId } = shop;
  const other = await makeStore();
  await expect(
    endAutomation(other.id, userId, automationId, "deleted", all("cancel")),
  ).rejects.toThrow("notFound");
  expect((await endAutomation(storeId, userId, automationId, "off", KEEP_ALL)).cancelled).toBe(0);
  expect((await getAutomation(storeId, automationId)).automation.enabled).toBe(false);
  expect(
    (await endAutomation(storeId, userId, automationId, "deleted", all("cancel"))).cancelled,
  ).toBe(2);
  const [one = ""] = shop.ids;
  expect(await getRun(storeId, one)).toMatchObject({ reason: "automationDeleted", wakeAt: null });
  await expect(getAutomation(storeId, automationId)).rejects.toThrow("notFound");
});

test("what an edit moved can be given back its moment and its timing, whichever version that was", async () => {
  const shop = await waiting(1, 2);
  const { storeId, userId, automationId, ids } = shop;
  const [one = ""] = ids;
  const before = await getRun(storeId, one);
  await edit(shop, all("move"));
  const first = await undoable(storeId);
  expect(first).toMatchObject({ kind: "edit", count: 2, userId });
  const moved = await getRun(storeId, one);
  const later = { ...shop.given, moment: { ...THREE_DAYS, value: 5 } };
  await publishEdit(storeId, userId, later, { automationId, version: 2 }, all("move"));
  expect((await getRun(storeId, one))?.snapshot.moved).toEqual({ version: 3 });
  const second = await undoable(storeId);
  expect(await undoSteering(storeId, second?.id ?? "")).toEqual({ restored: 2, left: 0 });
  expect(await getRun(storeId, one)).toEqual(moved);
  expect(await undoSteering(storeId, first?.id ?? "")).toEqual({ restored: 2, left: 0 });
  expect(await getRun(storeId, one)).toEqual(before);
  expect((await getAutomation(storeId, automationId)).automation.version).toBe(3);
});

test("so can what an edit skipped, and what was cancelled as the automation was deleted", async () => {
  const shop = await waiting(5, 6);
  const { storeId, userId, automationId, ids } = shop;
  await setTrigger(shop, "access_expired");
  const before = await Promise.all(ids.map((id) => getRun(storeId, id)));
  const given: AutomationInput = {
    ...{ ...shop.given, trigger: "access_expired" },
    moment: { side: "before", unit: "days", value: 1 },
  };
  expect((await edit({ ...shop, given }, all("move"))).decided.skipped).toBe(2);
  const edited = await undoable(storeId);
  await undoSteering(storeId, edited?.id ?? "");
  expect(await Promise.all(ids.map((id) => getRun(storeId, id)))).toEqual(before);
  await endAutomation(storeId, userId, automationId, "deleted", all("cancel"));
  const ended = await undoable(storeId);
  expect(await undoSteering(storeId, ended?.id ?? "")).toEqual({ restored: 2, left: 0 });
  expect(await Promise.all(ids.map((id) => getRun(storeId, id)))).toEqual(before);
});

test("people are paged, each once", async () => {
  const shop = await waiting(...Array.from({ length: 23 }, (_, days) => days / 2));
  const { storeId, automationId } = shop;
  const first = await pageOfTouched(storeId, automationId, {});
  const second = await pageOfTouched(storeId, automationId, { after: first.next ?? undefined });
  const ids = [...first.rows, ...second.rows].map(({ runId }) => runId);
  expect(ids).toEqual(shop.ids.toReversed());
  expect(second.next).toBeNull();
});
