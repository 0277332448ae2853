import { and, eq, isNull, sql } from "drizzle-orm";
import { alerts } from "@/drizzle/schema/health";
import type { Tx } from "@/lib/db";

/** Opens an alert unless one for the same cause is open already. */
export async function raiseAlert(
  tx: Tx,
  storeId: string,
  integrationId: string,
  { cause, at }: { cause: string; at: Date },
): Promise<void> {
  await tx
    .insert(alerts)
    .values({ storeId, integrationId, cause, raisedAt: at })
    .onConflictDoNothing({
      target: [alerts.integrationId, alerts.cause],
      where: sql`healed_at is null`,
    });
}

/** Closes whatever is open about the integration. */
export async function healAlerts(
  tx: Tx,
  storeId: string,
  integrationId: string,
  at: Date,
): Promise<void> {
  await tx
    .update(alerts)
    .set({ healedAt: at })
    .where(
      and(
        eq(alerts.storeId, storeId),
        eq(alerts.integrationId, integrationId),
        isNull(alerts.healedAt),
      ),
    );
}
