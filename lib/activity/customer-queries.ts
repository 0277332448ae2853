import "server-only";
import { and, desc, eq } from "drizzle-orm";
import { accesses, customers, shopEvents } from "@/drizzle/schema/events";
import { products } from "@/drizzle/schema/products";
import { db } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";

/** The latest of each kind: a page is read from the top. */
const SHOWN = 50;

export async function getCustomer(storeId: string, customerId: string) {
  const [customer] = await db()
    .select()
    .from(customers)
    .where(and(eq(customers.storeId, storeId), eq(customers.id, customerId)));
  if (!customer) throw new NotFoundError();
  return customer;
}

/** What EasyCart told of the customer, the latest first. */
export async function eventsOfCustomer(storeId: string, customerId: string) {
  return await db()
    .select({
      id: shopEvents.id,
      name: shopEvents.name,
      isSample: shopEvents.isSample,
      order: shopEvents.order,
      occurredAt: shopEvents.occurredAt,
      receivedAt: shopEvents.receivedAt,
      product: products.name,
    })
    .from(shopEvents)
    .leftJoin(products, and(eq(products.storeId, storeId), eq(products.id, shopEvents.productId)))
    .where(and(eq(shopEvents.storeId, storeId), eq(shopEvents.customerId, customerId)))
    .orderBy(desc(shopEvents.receivedAt))
    .limit(SHOWN);
}

export async function accessesOfCustomer(storeId: string, customerId: string) {
  return await db()
    .select({
      id: accesses.id,
      /** The order that gave it, or what stands in its place. */
      source: accesses.source,
      plan: accesses.plan,
      startedAt: accesses.startedAt,
      endsAt: accesses.endsAt,
      endedAt: accesses.endedAt,
      product: { id: products.id, name: products.name },
    })
    .from(accesses)
    .innerJoin(products, and(eq(products.storeId, storeId), eq(products.id, accesses.productId)))
    .where(and(eq(accesses.storeId, storeId), eq(accesses.customerId, customerId)))
    .orderBy(desc(accesses.startedAt))
    .limit(SHOWN);
}
