import {
  and,
  count,
  countDistinct,
  desc,
  isNotNull,
  isNull,
  lt,
  max,
  ne,
  or,
  sql,
} from "drizzle-orm";
import { integrations } from "@/drizzle/schema/automations";
import { toolWishes } from "@/drizzle/schema/health";
import { db } from "@/lib/db";

// The daily look and the operator see all stores at once, so nothing here takes a store.

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

/** Which tools merchants miss, however they spell them; the most wished for first. */
export async function countWishes(limit: number) {
  const name = sql`lower(trim(${toolWishes.tool}))`;
  const wishes = count();
  return await db()
    .select({
      tool: sql<string>`min(trim(${toolWishes.tool}))`,
      wishes,
      stores: countDistinct(toolWishes.storeId),
      latest: max(toolWishes.createdAt),
      purpose: sql<string>`(array_agg(${toolWishes.purpose} order by ${toolWishes.createdAt} desc))[1]`,
    })
    .from(toolWishes)
    .groupBy(name)
    .orderBy(desc(wishes), name)
    .limit(limit);
}
