import "server-only";
import { and, eq, inArray, isNull, ne, type SQL, sql } from "drizzle-orm";
import { automations, versions } from "@/drizzle/schema/automations";
import { db } from "@/lib/db";
import type { Trigger } from "@/lib/triggers/trigger";
import type { AutomationInput } from "./input";

/** Of which product's automations, leaving out the one that is edited: it is not its own twin. */
export type Where = { productId: string; automationId?: string; triggers: readonly Trigger[] };

type Deed = Pick<AutomationInput, "tool" | "integrationId" | "action" | "input">;

/** Each may have to be opened to be compared. */
const COMPARED_AT_MOST = 50;

/** Automations that do the very same, whatever their conditions. */
export async function sameDeeds(storeId: string, where: Where, deed: Deed) {
  const { tool, integrationId, action, input } = deed;
  return await among(
    storeId,
    where,
    and(
      eq(versions.tool, tool),
      sql`${versions.integrationId} is not distinct from ${integrationId}`,
      eq(versions.action, action),
      sql`${versions.input} = ${JSON.stringify(input)}::jsonb`,
    ),
  );
}

/** Automations that work through one of these tools. */
export async function throughTools(storeId: string, where: Where, tools: readonly string[]) {
  return await among(storeId, where, inArray(versions.tool, [...tools]));
}

async function among(
  storeId: string,
  { productId, automationId, triggers }: Where,
  condition: SQL | undefined,
) {
  return await db()
    .select({
      id: automations.id,
      name: automations.name,
      enabled: automations.enabled,
      trigger: versions.trigger,
      moment: versions.moment,
      conditions: versions.conditions,
      integrationId: versions.integrationId,
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
    .where(
      and(
        eq(automations.storeId, storeId),
        eq(automations.productId, productId),
        isNull(automations.deletedAt),
        automationId ? ne(automations.id, automationId) : undefined,
        inArray(versions.trigger, [...triggers]),
        condition,
      ),
    )
    .orderBy(automations.createdAt)
    .limit(COMPARED_AT_MOST);
}
