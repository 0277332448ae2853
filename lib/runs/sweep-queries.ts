import { and, gte, inArray, isNull, lt, lte, sql } from "drizzle-orm";
import { shopEvents } from "@/drizzle/schema/events";
import { runs } from "@/drizzle/schema/runs";
import { steerings } from "@/drizzle/schema/steering";
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

/** Behind which run a batch goes on. */
export type OverdueCursor = { wakeAt: Date; id: string };

/** Runs whose next moment passed before `before`, whatever should have happened then, the longest overdue first. */
export async function overdueRuns(before: Date, limit: number, after?: OverdueCursor) {
  const rows = await db()
    .select(announced)
    .from(runs)
    .where(
      and(
        lte(runs.wakeAt, before),
        // The first alone is what the index knows.
        after && gte(runs.wakeAt, after.wakeAt),
        after && sql`(${runs.wakeAt}, ${runs.id}) > (${after.wakeAt.toISOString()}, ${after.id})`,
      ),
    )
    .orderBy(runs.wakeAt, runs.id)
    .limit(limit);
  const overdue = awake(rows);
  const last = overdue.length === limit ? overdue.at(-1) : undefined;
  return { runs: overdue, next: last && { wakeAt: last.wakeAt, id: last.id } };
}

/**
 * Forgets what was steered before then, with its parts: it can't be undone any more. At most `most`,
 * the oldest first. Returns how many.
 */
export async function forgetSteerings(before: Date, most: number): Promise<number> {
  const old = db()
    .select({ id: steerings.id })
    .from(steerings)
    .where(lt(steerings.at, before))
    .orderBy(steerings.at)
    .limit(most);
  const gone = await db().delete(steerings).where(inArray(steerings.id, old));
  return gone.count;
}
