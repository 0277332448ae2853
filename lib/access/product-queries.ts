import { and, eq, sql } from "drizzle-orm";
import { products } from "@/drizzle/schema/products";
import type { Tx } from "@/lib/db";

export type Product = typeof products.$inferSelect;
type NewProduct = Omit<typeof products.$inferInsert, "storeId">;

export async function productById(tx: Tx, storeId: string, productId: string) {
  const [product] = await tx
    .select()
    .from(products)
    .where(and(eq(products.storeId, storeId), eq(products.id, productId)));
  return product;
}

export async function productByEasycartId(tx: Tx, storeId: string, easycartId: string) {
  const [product] = await tx
    .select()
    .from(products)
    .where(and(eq(products.storeId, storeId), eq(products.easycartId, easycartId)));
  return product;
}

/** The only product of that name; undefined when none or several bear it. */
export async function productByName(tx: Tx, storeId: string, name: string) {
  const found = await tx
    .select()
    .from(products)
    .where(and(eq(products.storeId, storeId), sql`lower(${products.name}) = ${name.toLowerCase()}`))
    .limit(2);
  return found.length === 1 ? found[0] : undefined;
}

/** Undefined when somebody else was quicker. */
export async function insertProduct(tx: Tx, storeId: string, product: NewProduct) {
  const [row] = await tx
    .insert(products)
    .values({ ...product, storeId })
    .onConflictDoNothing({ target: [products.storeId, products.easycartId] })
    .returning();
  return row;
}
