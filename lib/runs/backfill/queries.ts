import { and, count, desc, eq, getTableColumns, isNull } from "drizzle-orm";
import { automations, versions } from "@/drizzle/schema/automations";
import { backfills } from "@/drizzle/schema/backfills";
import { runs } from "@/drizzle/schema/runs";
import { users } from "@/drizzle/schema/stores";
import { db, type Tx } from "@/lib/db";
import type { RunStatus } from "../status";

export type Backfill = typeof backfills.$inferSelect;

const own = (storeId: string, backfillId: string) =>
  and(eq(backfills.storeId, storeId), eq(backfills.id, backfillId));

/** Undefined: one of the automation's is open already. */
export async function insertBackfill(
  tx: Tx,
  storeId: string,
  row: Omit<typeof backfills.$inferInsert, "storeId">,
): Promise<string | undefined> {
  const [made] = await tx
    .insert(backfills)
    .values({ ...row, storeId })
    .onConflictDoNothing()
    .returning({ id: backfills.id });
  return made?.id;
}

/** A backfill with its row locked until the transaction ends. */
export async function lockBackfill(
  tx: Tx,
  storeId: string,
  backfillId: string,
): Promise<Backfill | undefined> {
  const [found] = await tx
    .select()
    .from(backfills)
    .where(own(storeId, backfillId))
    .for("no key update");
  return found;
}

export async function updateBackfill(
  tx: Tx,
  storeId: string,
  backfillId: string,
  change: Partial<Backfill>,
): Promise<void> {
  await tx.update(backfills).set(change).where(own(storeId, backfillId));
}

/** The automation's latest backfill, and who started it. */
export async function latestBackfill(storeId: string, automationId: string) {
  const [found] = await db()
    .select({ ...getTableColumns(backfills), by: users.name })
    .from(backfills)
    .leftJoin(users, eq(users.id, backfills.userId))
    .where(and(eq(backfills.storeId, storeId), eq(backfills.automationId, automationId)))
    .orderBy(desc(backfills.createdAt), desc(backfills.id))
    .limit(1);
  return found;
}

/** How many of its runs there are in each status. */
export async function countBackfilled(
  storeId: string,
  backfillId: string,
): Promise<{ status: RunStatus; count: number }[]> {
  return await db()
    .select({ status: runs.status, count: count() })
    .from(runs)
    .where(and(eq(runs.storeId, storeId), eq(runs.backfillId, backfillId)))
    .groupBy(runs.status);
}

/** Cancels those of its runs that have not begun. Returns them. */
export async function cancelBackfilled(
  tx: Tx,
  storeId: string,
  backfillId: string,
  reason: string,
  at: Date,
) {
  return await tx
    .update(runs)
    .set({ status: "cancelled", reason, finishedAt: at, wakeAt: null })
    .where(
      and(
        eq(runs.storeId, storeId),
        eq(runs.backfillId, backfillId),
        eq(runs.status, "waiting"),
        isNull(runs.startedAt),
      ),
    )
    .returning({ id: runs.id, storeId: runs.storeId });
}

/** The automation with the version that a backfill belongs to, whichever is in use by now. */
export async function backfilledVersion(tx: Tx, storeId: string, versionId: string) {
  const [found] = await tx
    .select({ automation: automations, version: versions })
    .from(versions)
    .innerJoin(
      automations,
      and(eq(automations.storeId, versions.storeId), eq(automations.id, versions.automationId)),
    )
    .where(and(eq(versions.storeId, storeId), eq(versions.id, versionId)));
  return found;
}
