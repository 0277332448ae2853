import { applyEvent } from "@/lib/access/apply";
import { dueAt } from "@/lib/automations/due";
import { type ActiveVersion, activeVersions } from "@/lib/automations/queries";
import { now } from "@/lib/clock";
import { db, type Tx } from "@/lib/db";
import { lockUnplannedEvent, markPlanned, type ShopEvent } from "@/lib/easycart/queries";
import type { Planned } from "@/lib/inngest/announce";
import { type Occurrence, occurrencesOf } from "@/lib/triggers/occurrences";
import { insertRuns, type NewRun, waitingRunsOfEvent } from "./queries";
import { snapshotOf } from "./snapshot-of";

/**
 * Plans the runs of a shop event, once. What the event means for accesses, which moments it brings
 * about, and one run per automation and occurrence: all in one transaction. Returns the runs that
 * wait to be announced, also when they were planned earlier.
 */
export async function planRuns(eventId: string): Promise<Planned[]> {
  return await db().transaction(async (tx) => {
    const event = await lockUnplannedEvent(tx, eventId);
    if (!event) return [];
    const { storeId } = event;
    if (event.plannedAt) return withWake(await waitingRunsOfEvent(tx, storeId, event.id));
    await applyEvent(tx, storeId, event);
    const occurrences = await occurrencesOf(tx, storeId, event);
    const planned: Planned[] = [];
    for (const occurrence of occurrences)
      planned.push(...(await planOccurrence(tx, storeId, event, occurrence)));
    await markPlanned(tx, storeId, event.id, now());
    return planned;
  });
}
