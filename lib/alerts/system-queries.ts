import { and, count, eq, gte, isNotNull, isNull, or } from "drizzle-orm";
import { integrations } from "@/drizzle/schema/automations";
import { forwardingAddresses } from "@/drizzle/schema/forwarding";
import { alerts } from "@/drizzle/schema/health";
import { stores } from "@/drizzle/schema/stores";
import { db } from "@/lib/db";

// Letters are written for all stores at once, so nothing here takes a store.

/** Alerts that nobody was told of, and recoveries of those that somebody was. */
export async function alertsToTell(limit: number) {
  const raised = and(isNull(alerts.mailedAt), isNull(alerts.healedAt));
  const healed = and(isNotNull(alerts.mailedAt), isNotNull(alerts.healedAt));
  return await db()
    .select({
      id: alerts.id,
      storeId: alerts.storeId,
      cause: alerts.cause,
      raisedAt: alerts.raisedAt,
      healedAt: alerts.healedAt,
      store: { name: stores.name, timeZone: stores.timeZone, locale: stores.locale },
      /** The forwarding address that nothing arrives at. */
      url: forwardingAddresses.url,
      integration: {
        id: integrations.id,
        name: integrations.name,
        tool: integrations.tool,
        words: integrations.words,
      },
    })
    .from(alerts)
    .innerJoin(stores, eq(stores.id, alerts.storeId))
    .leftJoin(
      integrations,
      and(eq(integrations.storeId, alerts.storeId), eq(integrations.id, alerts.integrationId)),
    )
    .leftJoin(
      forwardingAddresses,
      and(
        eq(forwardingAddresses.storeId, alerts.storeId),
        eq(forwardingAddresses.id, alerts.addressId),
      ),
    )
    .where(
      and(
        isNull(alerts.healMailedAt),
        isNull(integrations.deletedAt),
        isNull(forwardingAddresses.deletedAt),
        or(raised, healed),
      ),
    )
    .orderBy(alerts.raisedAt)
    .limit(limit);
}

export type AlertToTell = Awaited<ReturnType<typeof alertsToTell>>[number];

/** How many alerts the store was told of since `from`. */
export async function countTold(storeId: string, from: Date): Promise<number> {
  const [row] = await db()
    .select({ count: count() })
    .from(alerts)
    .where(and(eq(alerts.storeId, storeId), gte(alerts.mailedAt, from)));
  return row?.count ?? 0;
}

export async function markTold(
  alertId: string,
  told: { mailedAt: Date } | { healMailedAt: Date },
): Promise<void> {
  await db().update(alerts).set(told).where(eq(alerts.id, alertId));
}
