import "server-only";
import { getAutomation } from "@/lib/automations/queries";
import { now } from "@/lib/clock";
import { db, retrying } from "@/lib/db";
import { noted } from "@/lib/deeds/noted";
import { recordDeed } from "@/lib/deeds/queries";
import { NotFoundError, UserError } from "@/lib/errors";
import { announceBackfill, announceChanges } from "@/lib/inngest/announce";
import { getTool } from "@/lib/tools/registry";
import { sumHistory } from "../history/on-history";
import type { BackfillInput } from "./input";
import { perMinute, secondsFor } from "./pace";
import { cancelBackfilled, insertBackfill, lockBackfill, updateBackfill } from "./queries";
import { BACKFILLED_AT_MOST, isOpen, type Preview } from "./status";

const DAY_MS = 86_400_000;
/** As many as one send may carry with room to spare: the engine takes 5,000. */
const TOLD_AT_ONCE = 1_000;

/** What a backfill would do; throws where the automation changed since it was looked at, or can't be backfilled. */
export async function previewBackfill(storeId: string, asked: BackfillInput): Promise<Preview> {
  return (await prepare(storeId, asked)).preview;
}

async function prepare(storeId: string, { automationId, days, chosen, ...asked }: BackfillInput) {
  const { automation, version, product } = await getAutomation(storeId, automationId);
  if (version.number !== asked.version) throw new UserError("automationChanged");
  if (!automation.enabled) throw new UserError("backfillOff");
  if (version.moment?.side === "before") throw new UserError("backfillBefore");
  const until = now();
  const since = new Date(until.getTime() - days * DAY_MS);
  const where = {
    productId: product.id,
    since,
    ids: chosen ?? undefined,
    most: BACKFILLED_AT_MOST,
  };
  const { would, unseen } = await sumHistory(storeId, { ...version, automationId }, where);
  const { name, limits } = getTool(version.tool);
  const pace = perMinute(limits);
  const atMost = Math.min(BACKFILLED_AT_MOST, would + unseen);
  const preview: Preview = {
    ...{ atLeast: Math.min(would, atMost), atMost, cut: would + unseen > atMost },
    ...{ perMinute: pace, seconds: secondsFor(atMost, pace), tool: name },
    limit: limits.requests
      ? { count: limits.requests.count, seconds: limits.requests.seconds }
      : null,
  };
  return { version, since, until, preview };
}

/** Begins a backfill. What it plans from now on is in the tables: the sweep goes on with it whatever happens. */
export async function startBackfill(storeId: string, userId: string, asked: BackfillInput) {
  const { version, since, until, preview } = await prepare(storeId, asked);
  if (preview.atMost === 0) throw new UserError("backfillNobody");
  const deed = { userId, what: "backfill_started", subject: asked.automationId } as const;
  const backfillId = await noted(storeId, deed, async (tx) => {
    const made = await insertBackfill(tx, storeId, {
      ...{ automationId: asked.automationId, versionId: version.id, userId },
      ...{ since, until, chosen: asked.chosen, expected: preview.atMost },
      ...{ perMinute: preview.perMinute, slot: until, nextAt: until },
    });
    if (!made) throw new UserError("backfillOpen");
    return made;
  });
  await announceBackfill();
  return backfillId;
}

const DEEDS = {
  running: "backfill_resumed",
  paused: "backfill_paused",
  stopped: "backfill_stopped",
} as const;

const MOMENTS = {
  running: (at: Date) => ({ nextAt: at, finishedAt: null }),
  paused: () => ({ nextAt: null, finishedAt: null }),
  stopped: (at: Date) => ({ nextAt: null, finishedAt: at }),
};

/** Pauses, resumes or ends it for good; ending cancels those of its runs that have not begun. */
export async function steerBackfill(
  storeId: string,
  userId: string,
  backfillId: string,
  to: "running" | "paused" | "stopped",
): Promise<void> {
  const at = now();
  const cancelled = await retrying(() =>
    db().transaction(async (tx) => {
      const backfill = await lockBackfill(tx, storeId, backfillId);
      if (!backfill) throw new NotFoundError();
      if (!isOpen(backfill) && !(to === "stopped" && backfill.status === "done"))
        throw new UserError("backfillOver");
      await updateBackfill(tx, storeId, backfillId, { status: to, ...MOMENTS[to](at) });
      if (backfill.status !== to)
        await recordDeed(tx, storeId, { userId, what: DEEDS[to], subject: backfill.automationId });
      if (to !== "stopped") return [];
      return await cancelBackfilled(tx, storeId, backfillId, "backfillStopped", at);
    }),
  );
  for (let from = 0; from < cancelled.length; from += TOLD_AT_ONCE)
    await announceChanges(cancelled.slice(from, from + TOLD_AT_ONCE));
  if (to === "running") await announceBackfill();
}
