import { accessesWithEnd } from "@/lib/access/queries";
import { now } from "@/lib/clock";
import { db, retrying, type Tx } from "@/lib/db";
import { getShopEvent } from "@/lib/easycart/queries";
import type { Planned } from "@/lib/inngest/announce";
import { foreseenOccurrences } from "@/lib/triggers/foreseen";
import { nextToPlanAhead, notePlannedAhead } from "./ahead-queries";
import { planOccurrence } from "./plan";

const BATCH = 200;
/** Batches of one call; the next minute's takes the rest. */
const MOST_BATCHES = 25;

/**
 * Plans what comes before ends that were known before the automation was: published, changed or
 * switched on later. A moment that is past by then was never this automation's. `limit`: accesses
 * looked at in one transaction.
 */
export async function planAhead(limit = BATCH): Promise<Planned[]> {
  const planned: Planned[] = [];
  for (let batch = 0; batch < MOST_BATCHES; batch++) {
    const waiting = await retrying(() => db().transaction((tx) => planBatch(tx, limit)));
    if (!waiting) break;
    planned.push(...waiting);
  }
  return planned;
}

/** Undefined: there is nothing left to plan. */
async function planBatch(tx: Tx, limit: number): Promise<Planned[] | undefined> {
  const automation = await nextToPlanAhead(tx);
  if (!automation) return undefined;
  const { storeId, id, productId, after, trigger } = automation;
  if (!automation.enabled || automation.moment?.side !== "before") {
    await notePlannedAhead(tx, id, null);
    return [];
  }
  const accesses = await accessesWithEnd(tx, storeId, productId, {
    after: after ?? undefined,
    limit,
  });
  const waiting: Planned[] = [];
  for (const { eventId, ...access } of accesses) {
    if (!eventId) continue;
    const occurrence = foreseenOccurrences(access, eventId).find(
      (each) => each.trigger === trigger,
    );
    if (!occurrence) continue;
    const event = await getShopEvent(storeId, eventId);
    const within = { only: id, from: now() };
    waiting.push(...(await planOccurrence(tx, storeId, event, occurrence, within)));
  }
  const last = accesses.length === limit ? (accesses.at(-1)?.id ?? null) : null;
  await notePlannedAhead(tx, id, last);
  return waiting;
}
