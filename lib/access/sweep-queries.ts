import { and, asc, eq, gt, inArray, isNull, lte, sql } from "drizzle-orm";
import { accessChanges, accesses } from "@/drizzle/schema/events";
import { products } from "@/drizzle/schema/products";
import { stores } from "@/drizzle/schema/stores";
import type { Tx } from "@/lib/db";
import { accessColumns, latestEventOf } from "./queries";

// The sweep looks after all stores at once, so nothing here takes a store. What another sweep has
// locked is left to it.

const swept = { ...accessColumns, eventId: latestEventOf };

const joined = (tx: Tx) =>
  tx
    .select(swept)
    .from(accesses)
    .innerJoin(
      products,
      and(eq(products.storeId, accesses.storeId), eq(products.id, accesses.productId)),
    )
    .innerJoin(stores, eq(stores.id, accesses.storeId));

/** Open accesses whose end has passed at `now`, the earliest first; locked. */
export function overdueEnds(tx: Tx, now: Date, limit: number) {
  return joined(tx)
    .where(and(isNull(accesses.endedAt), lte(accesses.endsAt, now)))
    .orderBy(asc(accesses.endsAt))
    .limit(limit)
    .for("no key update", { of: accesses, skipLocked: true });
}

export type SweptAccess = Awaited<ReturnType<typeof overdueEnds>>[number];

/** Three days of the calendar are an hour longer where the clock goes back in between. */
const LONGEST_EXPIRY = sql.raw("interval '73 hours'");
const SHORTEST_EXPIRY = sql.raw("interval '71 hours'");

/**
 * Open accesses that end within three days of `now` and of which nobody has said so yet, the earliest
 * end first; locked. An access shorter than that never began to expire. May be an hour early.
 */
export function unannouncedEnds(tx: Tx, now: Date, limit: number) {
  const moment = sql`${now.toISOString()}::timestamptz`;
  return joined(tx)
    .where(
      and(
        isNull(accesses.endedAt),
        isNull(accesses.announcedEnd),
        gt(accesses.endsAt, now),
        lte(accesses.endsAt, sql`${moment} + ${LONGEST_EXPIRY}`),
        sql`${accesses.startedAt} < ${accesses.endsAt} - ${SHORTEST_EXPIRY}`,
      ),
    )
    .orderBy(asc(accesses.endsAt))
    .limit(limit)
    .for("no key update", { of: accesses, skipLocked: true });
}

/** Notes that it was said of accesses that their end is near. */
export async function announceEnds(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .update(accesses)
    .set({ announcedEnd: sql`${accesses.endsAt}` })
    .where(inArray(accesses.id, [...ids]));
}

/** Marks accesses as over at their end, as no event has said it. */
export async function endAtTheirEnd(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .update(accesses)
    .set({ endedAt: sql`${accesses.endsAt}` })
    .where(inArray(accesses.id, [...ids]));
}

/** Writes into the history what our own clock brought about. */
export async function noteSwept(
  tx: Tx,
  what: "expiring" | "expired",
  found: readonly { access: SweptAccess; at: Date }[],
): Promise<void> {
  if (found.length === 0) return;
  await tx.insert(accessChanges).values(
    found.map(({ access: { id, storeId, endsAt }, at }) => ({
      storeId,
      accessId: id,
      what,
      endsAt,
      at,
    })),
  );
}
