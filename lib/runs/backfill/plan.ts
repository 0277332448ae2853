import { storeOf } from "@/lib/access/queries";
import { type ActiveVersion, holdActive } from "@/lib/automations/queries";
import { opensAt } from "@/lib/automations/sending-window";
import { now } from "@/lib/clock";
import { db, retrying, type Tx } from "@/lib/db";
import type { Planned } from "@/lib/inngest/announce";
import { namesMeaning } from "@/lib/triggers/occurrences";
import { type Judged, judgeEvents } from "../history/judge";
import { eventsOfProduct } from "../history/queries";
import { newRun } from "../new-run";
import { insertRuns, type NewRun } from "../queries";
import { subjectOf } from "../subject";
import { type Backfill, backfilledVersion, updateBackfill } from "./queries";
import { BACKFILLED_AT_MOST } from "./status";
import { nextBackfill } from "./system-queries";

/** Events looked at in one transaction. */
const PAGE = 100;
/** Looked at besides: the event that told the same before may be just behind the page. */
const BEHIND = 20;
/** Pages of one call; the next minute's takes the rest. */
const MOST_PAGES = 50;
/** How far ahead of their moment runs are planned: a little longer than until the next call. */
const AHEAD_MS = 90_000;
/** When the next page is due, so long before the moment of its first run. */
const EARLY_MS = 60_000;

/**
 * Plans what is due of all backfills, a page after another; each page with its place in the history is
 * one transaction, so that whoever goes on after a crash goes on there. A pause holds back all but the
 * next minute and a half. `page`: events looked at in one transaction.
 */
export async function planBackfills(page = PAGE): Promise<Planned[]> {
  const planned: Planned[] = [];
  for (let taken = 0; taken < MOST_PAGES; taken++) {
    const waiting = await retrying(() => db().transaction((tx) => planNext(tx, page)));
    if (!waiting) break;
    planned.push(...waiting);
  }
  return planned;
}

/** Undefined: nothing is due. */
async function planNext(tx: Tx, page: number): Promise<Planned[] | undefined> {
  const backfill = await nextBackfill(tx, now());
  if (!backfill) return undefined;
  const { storeId, id, versionId } = backfill;
  const active = await backfilledVersion(tx, storeId, versionId);
  const over = active && (await whyOver(tx, storeId, active));
  if (!active || over) {
    const end = { status: "stopped", reason: over, nextAt: null, finishedAt: now() } as const;
    await updateBackfill(tx, storeId, id, end);
    return [];
  }
  const { rows, change } = await pageOf(tx, storeId, backfill, active, page);
  const made = await insertRuns(tx, storeId, rows);
  const planned = backfill.planned + made.length;
  await updateBackfill(tx, storeId, id, { ...change, planned });
  return made;
}

/** Undefined: the automation works as it did when the backfill began. */
async function whyOver(tx: Tx, storeId: string, { automation, version }: ActiveVersion) {
  if (automation.deletedAt) return "automationDeleted";
  if (!automation.enabled) return "automationOff";
  if (automation.version !== version.number) return "automationEdited";
  return (await holdActive(tx, storeId, [{ automation, version }]))
    ? undefined
    : "automationEdited";
}

type Rows = Omit<NewRun, "storeId">[];

/** The runs of the next events, as far as their moments are near, and how the backfill stands after them. */
async function pageOf(
  tx: Tx,
  storeId: string,
  backfill: Backfill,
  active: ActiveVersion,
  page: number,
): Promise<{ rows: Rows; change: Partial<Backfill> }> {
  const { events, judged, timeZone } = await nextEvents(tx, storeId, backfill, active, page);
  const window = active.version.sendingWindow;
  const at = now();
  const room = BACKFILLED_AT_MOST - backfill.planned;
  const rows: Rows = [];
  let slot = opensAt(backfill.slot < at ? at : backfill.slot, window, timeZone);
  let last = cursorOf(backfill);
  for (const event of events.slice(0, page)) {
    if (slot.getTime() > at.getTime() + AHEAD_MS || rows.length >= room)
      return { rows, change: { ...last, slot, ...after(slot, rows.length >= room, at) } };
    for (const each of judged.filter(({ eventId }) => eventId === event.id)) {
      if (each.verdict !== "would") continue;
      const { run, paced } = await runAt(tx, storeId, backfill, { active, each, slot });
      rows.push(run);
      if (paced) slot = opensAt(later(slot, backfill.perMinute), window, timeZone);
    }
    last = { afterAt: event.receivedAt, afterId: event.id };
  }
  return { rows, change: { ...last, slot, ...after(at, events.length <= page, at) } };
}

const cursorOf = ({ afterAt, afterId }: Backfill) => ({ afterAt, afterId });

const later = (slot: Date, perMinute: number) => new Date(slot.getTime() + 60_000 / perMinute);

/** When the page after this one is due, or that there is none. */
const after = (slot: Date, isLast: boolean, at: Date): Partial<Backfill> =>
  isLast
    ? { status: "done", nextAt: null, finishedAt: at }
    : { nextAt: new Date(Math.max(at.getTime(), slot.getTime() - EARLY_MS)) };

async function nextEvents(
  tx: Tx,
  storeId: string,
  { since, until, chosen, afterAt, afterId }: Backfill,
  { automation, version }: ActiveVersion,
  page: number,
) {
  const store = await storeOf(tx, storeId);
  const asked = {
    names: namesMeaning(version.trigger, store),
    ...{ since, until, ids: chosen ?? undefined, limit: page + BEHIND },
    after: afterAt && afterId ? { receivedAt: afterAt, id: afterId } : undefined,
  };
  const events = await eventsOfProduct(tx, storeId, automation.productId, asked);
  const rule = { ...version, automationId: automation.id };
  const judged = await judgeEvents(tx, storeId, rule, events, store);
  return { events, judged, timeZone: store.timeZone };
}

/** A run at its own moment where that is still to come, or else at the next place of the pace. */
async function runAt(
  tx: Tx,
  storeId: string,
  { id: backfillId }: Backfill,
  { active, each, slot }: { active: ActiveVersion; each: Judged; slot: Date },
): Promise<{ run: Rows[number]; paced: boolean }> {
  const { event, occurrence } = each;
  const subject = await subjectOf(tx, storeId, event, occurrence);
  const run = newRun(event, occurrence, active, subject);
  const paced = run.dueAt <= slot;
  const dueAt = paced ? slot : run.dueAt;
  return { run: { ...run, backfillId, dueAt, wakeAt: dueAt }, paced };
}
