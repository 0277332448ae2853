import { and, asc, eq, isNotNull, isNull } from "drizzle-orm";
import { automations, versions } from "@/drizzle/schema/automations";
import type { Tx } from "@/lib/db";

// Looks after all stores at once, so nothing here takes a store.

/** An automation with accesses to plan ahead for, locked; what another sweep is at is left to it. */
export async function nextToPlanAhead(tx: Tx) {
  const [found] = await tx
    .select({
      storeId: automations.storeId,
      id: automations.id,
      productId: automations.productId,
      after: automations.aheadAfter,
      enabled: automations.enabled,
      trigger: versions.trigger,
      moment: versions.moment,
    })
    .from(automations)
    .innerJoin(
      versions,
      and(
        eq(versions.storeId, automations.storeId),
        eq(versions.automationId, automations.id),
        eq(versions.number, automations.version),
      ),
    )
    .where(and(isNotNull(automations.aheadAfter), isNull(automations.deletedAt)))
    .orderBy(asc(automations.id))
    .limit(1)
    .for("no key update", { of: automations, skipLocked: true });
  return found;
}

/** Notes up to which access an automation has been planned ahead; null: up to the last. */
export async function notePlannedAhead(
  tx: Tx,
  automationId: string,
  after: string | null,
): Promise<void> {
  await tx.update(automations).set({ aheadAfter: after }).where(eq(automations.id, automationId));
}
