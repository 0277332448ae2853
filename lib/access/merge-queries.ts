import { and, eq, sql } from "drizzle-orm";
import { accessChanges, accesses, customers, shopEvents } from "@/drizzle/schema/events";
import { qrCodes } from "@/drizzle/schema/qr";
import { runs } from "@/drizzle/schema/runs";
import { now } from "@/lib/clock";
import type { Tx } from "@/lib/db";

/** One person was known under two addresses: all that hangs on `from` hangs on `into`, and `from` goes. */
export async function mergeCustomer(tx: Tx, storeId: string, from: string, into: string) {
  const customerId = into;
  await tx
    .update(shopEvents)
    .set({ customerId })
    .where(and(eq(shopEvents.storeId, storeId), eq(shopEvents.customerId, from)));
  await foldRuns(tx, storeId, runs.customerId, { from, into });
  await tx
    .update(runs)
    .set({ customerId })
    .where(and(eq(runs.storeId, storeId), eq(runs.customerId, from)));
  // An access by the same order under both addresses is one and the same; its source must be told apart.
  await tx
    .update(accesses)
    .set({
      customerId,
      source: sql`case when exists (
        select 1 from ${accesses} twin
        where twin.store_id = ${accesses.storeId} and twin.product_id = ${accesses.productId}
          and twin.customer_id = ${into} and twin.source = ${accesses.source}
      ) then ${accesses.source} || ' ' || ${accesses.id} else ${accesses.source} end`,
    })
    .where(and(eq(accesses.storeId, storeId), eq(accesses.customerId, from)));
  await tx.delete(customers).where(and(eq(customers.storeId, storeId), eq(customers.id, from)));
}

/** Two accesses turned out to be one: what hangs on `from` hangs on `into`, and `from` goes. */
export async function mergeAccess(
  tx: Tx,
  storeId: string,
  from: string,
  into: string,
): Promise<void> {
  await foldRuns(tx, storeId, runs.accessId, { from, into });
  await tx
    .update(runs)
    .set({ accessId: into })
    .where(and(eq(runs.storeId, storeId), eq(runs.accessId, from)));
  await tx
    .update(accessChanges)
    .set({ accessId: into })
    .where(and(eq(accessChanges.storeId, storeId), eq(accessChanges.accessId, from)));
  // A code that a customer holds stays good; beside the other one's own it is marked.
  await tx
    .update(qrCodes)
    .set({ accessId: into, merged: true })
    .where(and(eq(qrCodes.storeId, storeId), eq(qrCodes.accessId, from)));
  await tx.delete(accesses).where(and(eq(accesses.storeId, storeId), eq(accesses.id, from)));
}

/**
 * `from` turned out to be `into`: a customer, or an access. Runs that were planned for one occurrence
 * under both are one: that which has begun stays, and of two that wait the one of `into`. Must come
 * before the runs are handed over.
 */
async function foldRuns(
  tx: Tx,
  storeId: string,
  column: typeof runs.customerId | typeof runs.accessId,
  { from, into }: { from: string; into: string },
): Promise<void> {
  const theirs = and(
    eq(runs.storeId, storeId),
    eq(column, from),
    sql`position(${from} in ${runs.occurrence}) > 0`,
  );
  const twin = sql`select twin.id from ${runs} twin where twin.store_id = ${storeId}
    and twin.automation_id = ${runs.automationId} and twin.occurrence = replace(${runs.occurrence}, ${from}, ${into})`;
  const redundant = sql`select case
      when ${runs.status} = 'waiting' then ${runs.id}
      when ${runs.status} not in ('cancelled', 'skipped') then (${twin})
    end from ${runs} where ${theirs} and exists (${twin})`;
  await tx
    .update(runs)
    .set({ status: "cancelled", reason: "onePerson", finishedAt: now(), wakeAt: null })
    .where(
      and(eq(runs.storeId, storeId), eq(runs.status, "waiting"), sql`${runs.id} in (${redundant})`),
    );
  await tx
    .update(runs)
    .set({ occurrence: sql`replace(${runs.occurrence}, ${from}, ${into})` })
    .where(and(theirs, sql`not exists (${twin})`));
}
