import "server-only";
import { and, desc, eq, getTableColumns, lt } from "drizzle-orm";
import { integrations, versions } from "@/drizzle/schema/automations";
import { users } from "@/drizzle/schema/stores";
import { db } from "@/lib/db";

export type PastVersion = Awaited<ReturnType<typeof listVersions>>[number];

/** Its versions, the newest first, with who published them; those before the number `before`. */
export async function listVersions(
  storeId: string,
  automationId: string,
  { before, limit = 100 }: { before?: number; limit?: number } = {},
) {
  return await db()
    .select({ ...getTableColumns(versions), author: users.name, account: integrations.name })
    .from(versions)
    .leftJoin(users, eq(users.id, versions.createdBy))
    .leftJoin(
      integrations,
      and(eq(integrations.storeId, versions.storeId), eq(integrations.id, versions.integrationId)),
    )
    .where(
      and(
        eq(versions.storeId, storeId),
        eq(versions.automationId, automationId),
        before === undefined ? undefined : lt(versions.number, before),
      ),
    )
    .orderBy(desc(versions.number))
    .limit(limit);
}
