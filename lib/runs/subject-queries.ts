import { and, eq } from "drizzle-orm";
import { customers } from "@/drizzle/schema/events";
import { products } from "@/drizzle/schema/products";
import { stores } from "@/drizzle/schema/stores";
import type { Tx } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";

/** Whom and what an occurrence is about. */
export async function subjectRows(
  tx: Tx,
  storeId: string,
  { customerId, productId }: { customerId: string; productId: string },
) {
  const [row] = await tx
    .select({ store: stores, product: products, customer: customers })
    .from(customers)
    .innerJoin(stores, eq(stores.id, customers.storeId))
    .innerJoin(products, and(eq(products.storeId, customers.storeId), eq(products.id, productId)))
    .where(and(eq(customers.storeId, storeId), eq(customers.id, customerId)));
  if (!row) throw new NotFoundError();
  return row;
}
