import "server-only";
import { and, count, eq, gte, inArray, isNotNull, max, sql } from "drizzle-orm";
import { alerts } from "@/drizzle/schema/health";
import { runs } from "@/drizzle/schema/runs";
import { db } from "@/lib/db";
import { UNSUCCESSFUL } from "@/lib/runs/status";

/** The run that turns an integration red ends a moment before; so may others beside it. */
const BEFORE_ALERT = sql`interval '1 minute'`;

/** Integrations that are or were red, with how many runs failed or got lost since that last began. */
export async function listFailedSinceRed(storeId: string) {
  const red = db()
    .select({
      integrationId: sql<string>`${alerts.integrationId}`.as("red_integration"),
      since: sql`${max(alerts.raisedAt)} - ${BEFORE_ALERT}`.mapWith(alerts.raisedAt).as("since"),
    })
    .from(alerts)
    .where(and(eq(alerts.storeId, storeId), isNotNull(alerts.integrationId)))
    .groupBy(alerts.integrationId)
    .as("red");
  return await db()
    .select({ integrationId: red.integrationId, since: red.since, count: count() })
    .from(red)
    .innerJoin(
      runs,
      and(
        eq(runs.storeId, storeId),
        eq(runs.integrationId, red.integrationId),
        inArray(runs.status, [...UNSUCCESSFUL]),
        gte(runs.finishedAt, red.since),
      ),
    )
    .groupBy(red.integrationId, red.since);
}

export type FailedSinceRed = Awaited<ReturnType<typeof listFailedSinceRed>>[number];
