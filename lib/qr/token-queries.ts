import "server-only";
import { and, eq } from "drizzle-orm";
import { accesses, customers } from "@/drizzle/schema/events";
import { products } from "@/drizzle/schema/products";
import { qrCodes } from "@/drizzle/schema/qr";
import { stores } from "@/drizzle/schema/stores";
import { db } from "@/lib/db";

/** The code that an address names, with all that a scan tells of it. Takes no store: the token tells which it is. */
export async function findCode(token: string) {
  const [code] = await db()
    .select({
      id: qrCodes.id,
      storeId: qrCodes.storeId,
      token: qrCodes.token,
      scans: qrCodes.scans,
      remaining: qrCodes.remaining,
      createdAt: qrCodes.createdAt,
      endsAt: accesses.endsAt,
      endedAt: accesses.endedAt,
      source: accesses.source,
      customer: {
        email: customers.email,
        name: customers.name,
        firstName: customers.firstName,
        lastName: customers.lastName,
        easycartId: customers.easycartId,
      },
      product: {
        name: products.name,
        easycartId: products.easycartId,
        endpoint: products.endpoint,
      },
      store: {
        name: stores.name,
        locale: stores.locale,
        timeZone: stores.timeZone,
        qrScannedEvent: stores.qrScannedEvent,
      },
    })
    .from(qrCodes)
    .innerJoin(
      accesses,
      and(eq(accesses.storeId, qrCodes.storeId), eq(accesses.id, qrCodes.accessId)),
    )
    .innerJoin(
      customers,
      and(eq(customers.storeId, qrCodes.storeId), eq(customers.id, accesses.customerId)),
    )
    .innerJoin(
      products,
      and(eq(products.storeId, qrCodes.storeId), eq(products.id, accesses.productId)),
    )
    .innerJoin(stores, eq(stores.id, qrCodes.storeId))
    .where(eq(qrCodes.token, token));
  return code;
}

export type FoundCode = NonNullable<Awaited<ReturnType<typeof findCode>>>;
