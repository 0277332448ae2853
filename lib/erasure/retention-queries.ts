import "server-only";
import { and, asc, eq, isNotNull, lt, notExists, sql } from "drizzle-orm";
import { shopEvents } from "@/drizzle/schema/events";
import { deliveries } from "@/drizzle/schema/forwarding";
import { runs } from "@/drizzle/schema/runs";
import { stores } from "@/drizzle/schema/stores";
import { db, type Tx } from "@/lib/db";

/** Null: for ever. */
export async function setKeepMonths(tx: Tx, storeId: string, keepMonths: number | null) {
  await tx.update(stores).set({ keepMonths }).where(eq(stores.id, storeId));
}

/** All stores that don't keep everything for ever. */
export async function storesToTidy() {
  return await db()
    .select({ id: stores.id, timeZone: stores.timeZone, keepMonths: sql<number>`keep_months` })
    .from(stores)
    .where(isNotNull(stores.keepMonths))
    .orderBy(asc(stores.id));
}

export type StoreToTidy = Awaited<ReturnType<typeof storesToTidy>>[number];

/** Events of before then that still tell of people and are over: nothing waits or runs by them. Locked. */
export function eventsToEmpty(tx: Tx, storeId: string, before: Date, limit: number) {
  const open = tx
    .select({ one: sql`1` })
    .from(runs)
    .where(
      and(
        eq(runs.storeId, storeId),
        // By the customer, as the index has them.
        eq(runs.customerId, shopEvents.customerId),
        eq(runs.eventId, shopEvents.id),
        sql`${runs.finishedAt} is null`,
      ),
    );
  const onItsWay = tx
    .select({ one: sql`1` })
    .from(deliveries)
    .where(
      and(
        eq(deliveries.storeId, storeId),
        eq(deliveries.eventId, shopEvents.id),
        eq(deliveries.status, "waiting"),
      ),
    );
  return tx
    .select({ id: shopEvents.id, raw: shopEvents.raw })
    .from(shopEvents)
    .where(
      and(
        eq(shopEvents.storeId, storeId),
        sql`${shopEvents.emptiedAt} is null`,
        lt(shopEvents.receivedAt, before),
        isNotNull(shopEvents.plannedAt),
        notExists(open),
        notExists(onItsWay),
      ),
    )
    .orderBy(asc(shopEvents.receivedAt))
    .limit(limit)
    .for("no key update", { skipLocked: true });
}
