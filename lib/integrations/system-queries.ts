import { and, isNotNull, isNull, lt, ne, or } from "drizzle-orm";
import { integrations } from "@/drizzle/schema/automations";
import { db } from "@/lib/db";

// The daily look goes over all stores at once, so nothing here takes a store.

/** Integrations last checked before `before`, those longest ago first. A paused one waits for its merchant. */
export async function idleIntegrations(before: Date, limit: number) {
  return await db()
    .select({ storeId: integrations.storeId, id: integrations.id })
    .from(integrations)
    .where(
      and(
        isNull(integrations.deletedAt),
        isNotNull(integrations.sealedCredentials),
        ne(integrations.connection, "paused"),
        or(isNull(integrations.checkedAt), lt(integrations.checkedAt, before)),
      ),
    )
    .orderBy(integrations.checkedAt)
    .limit(limit);
}
