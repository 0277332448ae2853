import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { automations } from "@/drizzle/schema/automations";
import { runs } from "@/drizzle/schema/runs";
import { unmetAutomations } from "@/drizzle/schema/unmet";
import { db, type Tx } from "@/lib/db";

type NewUnmet = Omit<typeof unmetAutomations.$inferInsert, "storeId">;

/** More than stand on a page. */
const LIMIT = 500;

/** Notes which automations an event did not start, and why. Told again, it is the same note. */
export async function insertUnmet(
  tx: Tx,
  storeId: string,
  rows: readonly NewUnmet[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx
    .insert(unmetAutomations)
    .values(rows.map((row) => ({ ...row, storeId })))
    .onConflictDoNothing();
}

/** The automations that those events did not start; not those that another event of the occurrence started. */
export async function unmetOfEvents(storeId: string, eventIds: readonly string[]) {
  if (eventIds.length === 0) return [];
  return await db()
    .select({
      eventId: unmetAutomations.eventId,
      automation: { id: automations.id, name: automations.name, deletedAt: automations.deletedAt },
      unmet: unmetAutomations.unmet,
    })
    .from(unmetAutomations)
    .innerJoin(
      automations,
      and(eq(automations.storeId, storeId), eq(automations.id, unmetAutomations.automationId)),
    )
    .leftJoin(
      runs,
      and(
        eq(runs.storeId, storeId),
        eq(runs.automationId, unmetAutomations.automationId),
        eq(runs.occurrence, unmetAutomations.occurrence),
      ),
    )
    .where(
      and(
        eq(unmetAutomations.storeId, storeId),
        inArray(unmetAutomations.eventId, [...eventIds]),
        isNull(runs.id),
      ),
    )
    .orderBy(asc(unmetAutomations.id))
    .limit(LIMIT);
}

export type UnmetAutomation = Awaited<ReturnType<typeof unmetOfEvents>>[number];
