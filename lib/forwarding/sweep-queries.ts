import { lte } from "drizzle-orm";
import { deliveries } from "@/drizzle/schema/forwarding";
import { db } from "@/lib/db";
import { announcedDelivery } from "./delivery-queries";

/** Deliveries of all stores whose next moment passed before `before`, longest overdue first. */
export function overdueDeliveries(before: Date, limit: number) {
  return db()
    .select(announcedDelivery)
    .from(deliveries)
    .where(lte(deliveries.wakeAt, before))
    .orderBy(deliveries.wakeAt)
    .limit(limit);
}
