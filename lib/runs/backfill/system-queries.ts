import { asc, lte } from "drizzle-orm";
import { backfills } from "@/drizzle/schema/backfills";
import type { Tx } from "@/lib/db";

// Looks after all stores at once, so nothing here takes a store.

/** The backfill whose page has been due longest, locked; what another process is at is left to it. */
export async function nextBackfill(tx: Tx, now: Date) {
  const [found] = await tx
    .select()
    .from(backfills)
    .where(lte(backfills.nextAt, now))
    .orderBy(asc(backfills.nextAt))
    .limit(1)
    .for("no key update", { skipLocked: true });
  return found;
}
