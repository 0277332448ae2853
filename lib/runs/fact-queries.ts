import { and, asc, eq, inArray, lt } from "drizzle-orm";
import { accesses, shopEvents } from "@/drizzle/schema/events";
import type { Tx } from "@/lib/db";
import { PURCHASE_EVENTS } from "@/lib/triggers/occurrences";

/** One order tells of itself a few times, no more. */
const LOOKED_AT = 20;

/** The plan of an access, as the ledger has it now. */
export async function planOfAccess(
  tx: Tx,
  storeId: string,
  accessId: string,
): Promise<string | undefined> {
  const [row] = await tx
    .select({ plan: accesses.plan })
    .from(accesses)
    .where(and(eq(accesses.storeId, storeId), eq(accesses.id, accessId)));
  return row?.plan ?? undefined;
}

/** The first that was told of a customer's purchases before `at`, samples left out. */
export function purchasesBefore(tx: Tx, storeId: string, customerId: string, at: Date) {
  return tx
    .select({ raw: shopEvents.raw, occurredAt: shopEvents.occurredAt })
    .from(shopEvents)
    .where(
      and(
        eq(shopEvents.storeId, storeId),
        eq(shopEvents.customerId, customerId),
        inArray(shopEvents.name, [...PURCHASE_EVENTS]),
        eq(shopEvents.isSample, false),
        lt(shopEvents.occurredAt, at),
      ),
    )
    .orderBy(asc(shopEvents.occurredAt))
    .limit(LOOKED_AT);
}
