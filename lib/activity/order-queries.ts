import "server-only";
import { and, asc, eq } from "drizzle-orm";
import { customers, shopEvents } from "@/drizzle/schema/events";
import { products } from "@/drizzle/schema/products";
import { db } from "@/lib/db";

/** An order of a year of monthly renewals has fewer; somebody's test with one number may have any. */
const EVENTS_SHOWN = 100;

/** What EasyCart told of an order, the earliest first. */
export async function eventsOfOrder(storeId: string, order: string) {
  return await db()
    .select({
      id: shopEvents.id,
      name: shopEvents.name,
      isSample: shopEvents.isSample,
      occurredAt: shopEvents.occurredAt,
      receivedAt: shopEvents.receivedAt,
      product: { id: products.id, name: products.name },
      customer: { id: customers.id, name: customers.name, email: customers.email },
    })
    .from(shopEvents)
    .leftJoin(products, and(eq(products.storeId, storeId), eq(products.id, shopEvents.productId)))
    .leftJoin(
      customers,
      and(eq(customers.storeId, storeId), eq(customers.id, shopEvents.customerId)),
    )
    .where(and(eq(shopEvents.storeId, storeId), eq(shopEvents.order, order)))
    .orderBy(asc(shopEvents.receivedAt), asc(shopEvents.id))
    .limit(EVENTS_SHOWN);
}

export type OrderEvent = Awaited<ReturnType<typeof eventsOfOrder>>[number];
