import { now } from "@/lib/clock";
import { db, retrying } from "@/lib/db";
import { getShopEvent } from "@/lib/easycart/queries";
import type { Planned } from "@/lib/inngest/announce";
import { clockOccurrences } from "@/lib/triggers/clock";
import { planOccurrence } from "./plan";

const BATCH = 200;
/** Batches of one call; the next minute's takes the rest. */
const MOST_BATCHES = 25;

/**
 * Plans what has come by the clock while EasyCart stayed silent: accesses that begin to expire, or are
 * over. `limit`: accesses of either kind looked at in one transaction.
 */
export async function planByClock(limit = BATCH): Promise<Planned[]> {
  const planned: Planned[] = [];
  for (let batch = 0; batch < MOST_BATCHES; batch++) {
    const { taken, waiting } = await retrying(() => planBatch(limit));
    planned.push(...waiting);
    if (taken === 0) break;
  }
  return planned;
}

async function planBatch(limit: number): Promise<{ taken: number; waiting: Planned[] }> {
  return await db().transaction(async (tx) => {
    const { taken, occurrences } = await clockOccurrences(tx, now(), limit);
    const waiting: Planned[] = [];
    for (const occurrence of occurrences) {
      const event = await getShopEvent(occurrence.storeId, occurrence.eventId);
      waiting.push(...(await planOccurrence(tx, occurrence.storeId, event, occurrence)));
    }
    return { taken, waiting };
  });
}
