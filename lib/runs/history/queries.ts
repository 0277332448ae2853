import { and, count, eq, gte, inArray, lt, sql } from "drizzle-orm";
import { accessChanges, accesses, customers, shopEvents } from "@/drizzle/schema/events";
import { runs } from "@/drizzle/schema/runs";
import { SAME_END_MS } from "@/lib/access/expiring";
import type { Tx } from "@/lib/db";
import type { HistoryCursor } from "./input";

/** Which events of a product. */
export type Asked = {
  names: readonly string[];
  since: Date;
  /** Not included. */
  until?: Date;
  after?: HistoryCursor;
  limit: number;
  /** Only these, where somebody chose. */
  ids?: readonly string[];
};

const asAsked = (storeId: string, productId: string, { names, since, until, after, ids }: Asked) =>
  and(
    eq(shopEvents.storeId, storeId),
    eq(shopEvents.productId, productId),
    gte(shopEvents.receivedAt, since),
    until && lt(shopEvents.receivedAt, until),
    inArray(shopEvents.name, [...names]),
    eq(shopEvents.isSample, false),
    ids && inArray(shopEvents.id, [...ids]),
    after &&
      sql`(${shopEvents.receivedAt}, ${shopEvents.id}) < (${after.receivedAt.toISOString()}::timestamptz, ${after.id})`,
  );

/** Real events of those names about a product since then, the latest first: `limit` of them from behind `after`. */
export function eventsOfProduct(tx: Tx, storeId: string, productId: string, asked: Asked) {
  return (
    tx
      .select()
      .from(shopEvents)
      .where(asAsked(storeId, productId, asked))
      // Nulls where the index keeps them, or it is not used.
      .orderBy(sql`${shopEvents.receivedAt} desc nulls last`, sql`${shopEvents.id} desc nulls last`)
      .limit(asked.limit)
  );
}

/** How many such events there are, counted no further than `limit`. */
export async function countEvents(
  tx: Tx,
  storeId: string,
  productId: string,
  asked: Asked,
): Promise<number> {
  const some = tx
    .select({ id: shopEvents.id })
    .from(shopEvents)
    .where(asAsked(storeId, productId, asked))
    .limit(asked.limit)
    .as("some");
  const [row] = await tx.select({ count: count() }).from(some);
  return row?.count ?? 0;
}

export async function peopleOf(tx: Tx, storeId: string, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return await tx
    .select({ id: customers.id, name: customers.name, email: customers.email })
    .from(customers)
    .where(and(eq(customers.storeId, storeId), inArray(customers.id, [...ids])));
}

/** Those of the occurrences that the automation has a run for already, whatever became of it. */
export async function takenOccurrences(
  tx: Tx,
  storeId: string,
  automationId: string,
  keys: readonly string[],
): Promise<Set<string>> {
  if (keys.length === 0) return new Set();
  const rows = await tx
    .select({ occurrence: runs.occurrence })
    .from(runs)
    .where(
      and(
        eq(runs.storeId, storeId),
        eq(runs.automationId, automationId),
        inArray(runs.occurrence, [...keys]),
      ),
    );
  return new Set(rows.map(({ occurrence }) => occurrence));
}

/** Since when the end that each access has now was known, up to some hours of difference. */
export async function endsKnownSince(
  tx: Tx,
  storeId: string,
  accessIds: readonly string[],
): Promise<Map<string, Date>> {
  if (accessIds.length === 0) return new Map();
  const rows = await tx
    .select({
      id: accesses.id,
      since: sql`min(${accessChanges.at})`.mapWith(accessChanges.at),
    })
    .from(accesses)
    .innerJoin(
      accessChanges,
      and(eq(accessChanges.storeId, accesses.storeId), eq(accessChanges.accessId, accesses.id)),
    )
    .where(
      and(
        eq(accesses.storeId, storeId),
        inArray(accesses.id, [...accessIds]),
        sql`abs(extract(epoch from ${accessChanges.endsAt} - ${accesses.endsAt})) * 1000 <= ${SAME_END_MS}`,
      ),
    )
    .groupBy(accesses.id);
  return new Map(rows.map(({ id, since }) => [id, since as Date]));
}
