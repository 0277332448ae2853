import { eq, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import { forwardingAddresses as addresses } from "@/drizzle/schema/forwarding";
import { products } from "@/drizzle/schema/products";
import { stores } from "@/drizzle/schema/stores";
import { type Db, db } from "@/lib/db";

const found = {
  storeId: stores.id,
  sealedSigningKey: stores.sealedSigningKey,
  timeZone: stores.timeZone,
  // In a query of one table Drizzle writes its columns without the table's name.
  /** Whether anything of the store's is passed on. */
  forwards: sql<boolean>`exists (
    select from ${addresses} where store_id = ${stores}.id and deleted_at is null)`.as("forwards"),
};
const endpoint = sql.placeholder("endpoint");

/** Written once a pool: every post asks the same question. */
const statements = new WeakMap<Db, ReturnType<typeof statementFor>>();

function statementFor(pool: Db) {
  const ofStore = pool
    .select({ ...found, productId: sql<string | null>`null::text`.as("product_id") })
    .from(stores)
    .where(eq(stores.endpoint, endpoint));
  const ofProduct = pool
    .select({ ...found, productId: sql<string | null>`${products.id}`.as("product_id") })
    .from(products)
    .innerJoin(stores, eq(stores.id, products.storeId))
    .where(eq(products.endpoint, endpoint));
  return unionAll(ofStore, ofProduct).prepare("find_endpoint");
}

/** Whose address it is. Takes no store, since it is the address that tells which store it is. */
export async function findEndpoint(address: string) {
  const pool = db();
  const statement = statements.get(pool) ?? statementFor(pool);
  statements.set(pool, statement);
  const [owner] = await statement.execute({ endpoint: address });
  return owner;
}
