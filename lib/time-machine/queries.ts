import { and, asc, eq, gt, isNull, lte, sql } from "drizzle-orm";
import { accesses } from "@/drizzle/schema/events";
import { runs } from "@/drizzle/schema/runs";
import { db } from "@/lib/db";

/** More than that are not counted: the dialog says "over". */
const COUNTED_AT_MOST = 1000;

/** How many runs wait for a moment up to `until`; counted up to COUNTED_AT_MOST. */
export async function countDue(storeId: string, until: Date): Promise<number> {
  const some = db()
    .select({ one: sql`1` })
    .from(runs)
    .where(and(eq(runs.storeId, storeId), eq(runs.status, "waiting"), lte(runs.dueAt, until)))
    .limit(COUNTED_AT_MOST);
  return await db().$count(some.as("some"));
}

/** The first of them. */
export async function firstDue(storeId: string, until: Date, limit: number) {
  return await db()
    .select({ id: runs.id, dueAt: runs.dueAt, snapshot: runs.snapshot })
    .from(runs)
    .where(and(eq(runs.storeId, storeId), eq(runs.status, "waiting"), lte(runs.dueAt, until)))
    // As the index runs_by_status keeps them.
    .orderBy(sql`${runs.dueAt} asc nulls first`, asc(runs.id))
    .limit(limit);
}

/** How many accesses end between the two moments; counted up to COUNTED_AT_MOST. */
export async function countEnds(storeId: string, from: Date, until: Date): Promise<number> {
  const some = db()
    .select({ one: sql`1` })
    .from(accesses)
    .where(
      and(
        eq(accesses.storeId, storeId),
        isNull(accesses.endedAt),
        gt(accesses.endsAt, from),
        lte(accesses.endsAt, until),
      ),
    )
    .limit(COUNTED_AT_MOST);
  return await db().$count(some.as("some"));
}
