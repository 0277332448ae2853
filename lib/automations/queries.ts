import "server-only";
import { and, eq, inArray, isNull } from "drizzle-orm";
import { automations, versions } from "@/drizzle/schema/automations";
import type { Tx } from "@/lib/db";
import type { Trigger } from "@/lib/triggers/trigger";

/** What runs are to be planned from: the current version of each automation that is switched on. */
export function activeVersions(
  tx: Tx,
  storeId: string,
  productId: string,
  triggers: readonly Trigger[],
) {
  return tx
    .select({ automation: automations, version: versions })
    .from(automations)
    .innerJoin(
      versions,
      and(
        eq(versions.storeId, automations.storeId),
        eq(versions.automationId, automations.id),
        eq(versions.number, automations.version),
      ),
    )
    .where(
      and(
        eq(automations.storeId, storeId),
        eq(automations.productId, productId),
        eq(automations.enabled, true),
        isNull(automations.deletedAt),
        inArray(versions.trigger, [...triggers]),
      ),
    )
    .orderBy(automations.createdAt, automations.id);
}

export type ActiveVersion = Awaited<ReturnType<typeof activeVersions>>[number];
