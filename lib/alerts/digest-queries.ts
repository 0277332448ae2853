import { eq, inArray, lte } from "drizzle-orm";
import { stores } from "@/drizzle/schema/stores";
import { db } from "@/lib/db";

// Mornings are looked after for all stores at once, so nothing here takes a store.

const HELD_MS = 10 * 60_000;

/** Stores whose morning may have come. They are held for ten minutes, so that nobody else writes at the same time. */
export async function takeDueDigests(at: Date, limit: number) {
  const due = db()
    .select({ id: stores.id })
    .from(stores)
    .where(lte(stores.digestDueAt, at))
    .orderBy(stores.digestDueAt)
    .limit(limit)
    .for("update", { skipLocked: true });
  return await db()
    .update(stores)
    .set({ digestDueAt: new Date(at.getTime() + HELD_MS) })
    .where(inArray(stores.id, due))
    .returning({ id: stores.id, name: stores.name, timeZone: stores.timeZone });
}

export type DueStore = Awaited<ReturnType<typeof takeDueDigests>>[number];

export async function setDigestDue(storeId: string, dueAt: Date): Promise<void> {
  await db().update(stores).set({ digestDueAt: dueAt }).where(eq(stores.id, storeId));
}
