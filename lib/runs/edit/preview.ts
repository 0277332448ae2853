import "server-only";
import { getVersion } from "@/lib/automations/queries";
import { opensAt } from "@/lib/automations/sending-window";
import { now } from "@/lib/clock";
import { db } from "@/lib/db";
import { getStore } from "@/lib/stores/queries";
import { schedule } from "../schedule";
import type { Touched, TouchedPage, TouchedSum, WaitingCursor } from "./input";
import { countMovable, countTouched, listTouched } from "./queries";
import { changesTime, latestAnchorDueBy, mustPrecede, type Timing } from "./timing";

const PAGE = 20;

/** What an edit would leave behind. `to`: the timing it would publish, and from which version; absent: it ends the automation. */
export async function sumTouched(
  storeId: string,
  automationId: string,
  to?: { version: number; timing: Timing },
): Promise<TouchedSum> {
  const counted = await countTouched(storeId, automationId);
  const stays = { ...counted, moments: null, move: null };
  if (!to || counted.waiting === 0) return stays;
  const [before, { timeZone: zone }] = await Promise.all([
    getVersion(db(), storeId, automationId, to.version),
    getStore(storeId),
  ]);
  const { timing } = to;
  if (!changesTime(before, timing)) return stays;
  const latest = latestAnchorDueBy(now(), timing, zone);
  const { trigger } = timing;
  const { movable, past } = await countMovable(storeId, automationId, { trigger, latest });
  const skips = mustPrecede(timing);
  // Where the sending window is closed now, what is past waits for it to open.
  const isOpen = opensAt(now(), timing.sendingWindow, zone) <= now();
  const move = { movable, atOnce: skips || !isOpen ? 0 : past, skipped: skips ? past : 0 };
  const moments = { before: before.moment, after: timing.moment };
  return { ...counted, moments, move: movable > 0 ? move : null };
}

/** Those who wait, a page at a time, each with what moving would do to them. */
export async function pageOfTouched(
  storeId: string,
  automationId: string,
  { timing, after }: { timing?: Timing; after?: WaitingCursor },
): Promise<TouchedPage> {
  const { timeZone: zone } = await getStore(storeId);
  const trigger = timing?.trigger ?? "";
  const found = await listTouched(storeId, automationId, { trigger, after, limit: PAGE + 1 });
  const rows = found.slice(0, PAGE).map(({ runId, name, email, dueAt, anchor, movable }) => ({
    ...{ runId, customer: name || email, dueAt },
    ...fateOf(new Date(anchor), movable ? timing : undefined, zone),
  }));
  const last = rows.at(-1);
  const next = found.length > PAGE && last ? { dueAt: last.dueAt, runId: last.runId } : null;
  return { rows, next };
}

function fateOf(
  anchor: Date,
  timing: Timing | undefined,
  zone: string,
): Pick<Touched, "newAt" | "becomes"> {
  if (!timing) return { newAt: null, becomes: "stays" };
  const { status, dueAt: newAt } = schedule(anchor, timing, zone);
  if (status === "skipped") return { newAt, becomes: "skipped" };
  return { newAt, becomes: newAt > now() ? "moves" : "atOnce" };
}
