import { and, eq, gte, inArray, sql } from "drizzle-orm";
import { customers, shopEvents } from "@/drizzle/schema/events";
import type { Tx } from "@/lib/db";

/** The last event of a page, from which the next one goes on. */
export type Cursor = { receivedAt: Date; id: string };

/** Real events of those names about a product since then, the latest first: `limit` of them from behind `after`. */
export function eventsOfProduct(
  tx: Tx,
  storeId: string,
  productId: string,
  asked: { names: readonly string[]; since: Date; after?: Cursor; limit: number },
) {
  const { names, since, after, limit } = asked;
  return (
    tx
      .select()
      .from(shopEvents)
      .where(
        and(
          eq(shopEvents.storeId, storeId),
          eq(shopEvents.productId, productId),
          gte(shopEvents.receivedAt, since),
          inArray(shopEvents.name, [...names]),
          eq(shopEvents.isSample, false),
          after &&
            sql`(${shopEvents.receivedAt}, ${shopEvents.id}) < (${after.receivedAt.toISOString()}::timestamptz, ${after.id})`,
        ),
      )
      // Nulls where the index keeps them, or it is not used.
      .orderBy(sql`${shopEvents.receivedAt} desc nulls last`, sql`${shopEvents.id} desc nulls last`)
      .limit(limit)
  );
}

export async function peopleOf(tx: Tx, storeId: string, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return await tx
    .select({ id: customers.id, name: customers.name, email: customers.email })
    .from(customers)
    .where(and(eq(customers.storeId, storeId), inArray(customers.id, [...ids])));
}
