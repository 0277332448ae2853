import { and, eq, isNull, sql } from "drizzle-orm";
import { alerts } from "@/drizzle/schema/health";
import type { Tx } from "@/lib/db";

/** What an alert is about. */
export type About =
  | { integrationId: string; addressId?: undefined }
  | { addressId: string; integrationId?: undefined };

const isAbout = ({ integrationId, addressId }: About) =>
  integrationId === undefined
    ? eq(alerts.addressId, addressId)
    : eq(alerts.integrationId, integrationId);

/** Opens an alert unless one for the same cause is open already. */
export async function raiseAlert(
  tx: Tx,
  storeId: string,
  about: About,
  { cause, at }: { cause: string; at: Date },
): Promise<void> {
  await tx
    .insert(alerts)
    .values({ storeId, ...about, cause, raisedAt: at })
    .onConflictDoNothing({
      target: [about.addressId ? alerts.addressId : alerts.integrationId, alerts.cause],
      where: sql`healed_at is null`,
    });
}

/** Closes whatever is open about it. */
export async function healAlerts(tx: Tx, storeId: string, about: About, at: Date): Promise<void> {
  await tx
    .update(alerts)
    .set({ healedAt: at })
    .where(and(eq(alerts.storeId, storeId), isAbout(about), isNull(alerts.healedAt)));
}
