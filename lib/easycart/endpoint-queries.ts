import { eq, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import { products } from "@/drizzle/schema/products";
import { stores } from "@/drizzle/schema/stores";
import { db } from "@/lib/db";

/** Whose address it is. Takes no store, since it is the address that tells which store it is. */
export async function findEndpoint(endpoint: string) {
  const ofStore = db()
    .select({
      storeId: stores.id,
      sealedSigningKey: stores.sealedSigningKey,
      timeZone: stores.timeZone,
      productId: sql<string | null>`null::text`.as("product_id"),
    })
    .from(stores)
    .where(eq(stores.endpoint, endpoint));
  const ofProduct = db()
    .select({
      storeId: stores.id,
      sealedSigningKey: stores.sealedSigningKey,
      timeZone: stores.timeZone,
      productId: sql<string | null>`${products.id}`.as("product_id"),
    })
    .from(products)
    .innerJoin(stores, eq(stores.id, products.storeId))
    .where(eq(products.endpoint, endpoint));
  const [found] = await unionAll(ofStore, ofProduct);
  return found;
}
