import { and, eq, isNull, or, sql } from "drizzle-orm";
import { forwardingAddresses as addresses, deliveries } from "@/drizzle/schema/forwarding";
import { products } from "@/drizzle/schema/products";
import { now } from "@/lib/clock";
import { db, type Tx } from "@/lib/db";

/** An address with whose it is: `productId` null means the store's. */
export type ForwardingAddress = { id: string; url: string; productId: string | null };

const shown = { id: addresses.id, url: addresses.url, productId: addresses.productId };

const live = (storeId: string) => and(eq(addresses.storeId, storeId), isNull(addresses.deletedAt));

const ofOwner = (productId: string | null) =>
  productId === null ? isNull(addresses.productId) : eq(addresses.productId, productId);

/** The address where the events of a product go; `productId` null: those of an unknown product. */
export async function addressFor(
  tx: Tx,
  storeId: string,
  productId: string | null,
): Promise<ForwardingAddress | undefined> {
  const own = productId === null ? undefined : eq(addresses.productId, productId);
  const [address] = await tx
    .select(shown)
    .from(addresses)
    .where(and(live(storeId), or(isNull(addresses.productId), own)))
    // The product's own comes before the store's.
    .orderBy(sql`${addresses.productId} nulls last`)
    .limit(1);
  return address;
}

/** What is set for the store itself (`productId` null) or for one product itself. */
export async function ownAddress(
  storeId: string,
  productId: string | null,
): Promise<ForwardingAddress | undefined> {
  const [address] = await db()
    .select(shown)
    .from(addresses)
    .where(and(live(storeId), ofOwner(productId)));
  return address;
}

/** Sets an address, or another one in its place: what waits goes to the new one. */
export async function setAddress(
  storeId: string,
  { productId, url }: { productId: string | null; url: string },
  tx: Tx = db(),
): Promise<void> {
  const index = productId === null ? [addresses.storeId] : [addresses.storeId, addresses.productId];
  await tx
    .insert(addresses)
    .values({ storeId, productId, url })
    .onConflictDoUpdate({
      target: index,
      targetWhere:
        productId === null
          ? sql`product_id is null and deleted_at is null`
          : sql`deleted_at is null`,
      set: { url, updatedAt: now() },
    });
}

/** Removes an address; what waits for it is cancelled. */
export async function removeAddress(
  storeId: string,
  productId: string | null,
  within: Tx = db(),
): Promise<void> {
  await within.transaction(async (tx) => {
    const at = now();
    const [removed] = await tx
      .update(addresses)
      .set({ deletedAt: at })
      .where(and(live(storeId), ofOwner(productId)))
      .returning({ id: addresses.id });
    if (!removed) return;
    await tx
      .update(deliveries)
      .set({ status: "cancelled", finishedAt: at, wakeAt: null })
      .where(
        and(
          eq(deliveries.storeId, storeId),
          eq(deliveries.addressId, removed.id),
          eq(deliveries.status, "waiting"),
        ),
      );
  });
}

/** The product that an event names by EasyCart's id, or else by a name that only one bears. */
export async function productNamed(
  tx: Tx,
  storeId: string,
  { id, name }: { id?: string; name?: string },
): Promise<string | null> {
  const named = name ? sql`lower(${products.name}) = ${name.toLowerCase()}` : undefined;
  const said = id ? eq(products.easycartId, id) : named;
  if (!said) return null;
  const found = await tx
    .select({ id: products.id })
    .from(products)
    .where(and(eq(products.storeId, storeId), said))
    .limit(2);
  return found.length === 1 ? (found[0]?.id ?? null) : null;
}
