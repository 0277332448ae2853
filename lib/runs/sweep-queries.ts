import { and, isNull, lte } from "drizzle-orm";
import { shopEvents } from "@/drizzle/schema/events";
import { runs } from "@/drizzle/schema/runs";
import { db } from "@/lib/db";
import { announced, awake } from "./queries";

// The sweep looks after all stores at once, so nothing here takes a store.

/** Shop events received before `before` whose runs were never planned, oldest first. */
export async function unplannedEvents(before: Date, limit: number): Promise<string[]> {
  const rows = await db()
    .select({ id: shopEvents.id })
    .from(shopEvents)
    .where(and(isNull(shopEvents.plannedAt), lte(shopEvents.receivedAt, before)))
    .orderBy(shopEvents.receivedAt)
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** Runs whose next moment passed before `before`, whatever should have happened then. */
export async function overdueRuns(before: Date, limit: number) {
  const rows = await db()
    .select(announced)
    .from(runs)
    .where(lte(runs.wakeAt, before))
    .orderBy(runs.wakeAt)
    .limit(limit);
  return awake(rows);
}
