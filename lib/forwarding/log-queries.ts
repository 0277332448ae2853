import "server-only";
import { and, desc, eq, lt, sql } from "drizzle-orm";
import { shopEvents } from "@/drizzle/schema/events";
import {
  forwardingAddresses as addresses,
  deliveryAttempts as attempts,
  deliveries,
} from "@/drizzle/schema/forwarding";
import { products } from "@/drizzle/schema/products";
import { db } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";

/** Attempts that a delivery's page shows, the latest: a receiver that asks us to wait may be asked 48 times. */
const ATTEMPTS_SHOWN = 60;

const listed = {
  id: deliveries.id,
  status: deliveries.status,
  tries: deliveries.tries,
  wakeAt: deliveries.wakeAt,
  createdAt: deliveries.createdAt,
  finishedAt: deliveries.finishedAt,
  event: { name: shopEvents.name, isSample: shopEvents.isSample },
  product: { id: products.id, name: products.name },
  url: addresses.url,
  /** Of the latest attempt; null: none, or no answer came. */
  answered: sql<number | null>`(${attempts.exchange} ->> 'status')::int`,
  ms: sql<number | null>`(${attempts.exchange} ->> 'ms')::int`,
};

const selectDeliveries = () =>
  db()
    .select(listed)
    .from(deliveries)
    .innerJoin(
      shopEvents,
      and(eq(shopEvents.storeId, deliveries.storeId), eq(shopEvents.id, deliveries.eventId)),
    )
    .innerJoin(
      addresses,
      and(eq(addresses.storeId, deliveries.storeId), eq(addresses.id, deliveries.addressId)),
    )
    .leftJoin(
      products,
      and(eq(products.storeId, deliveries.storeId), eq(products.id, deliveries.productId)),
    )
    .leftJoin(
      attempts,
      and(eq(attempts.deliveryId, deliveries.id), eq(attempts.number, deliveries.tries)),
    );

export type ListedDelivery = Awaited<ReturnType<typeof selectDeliveries>>[number];

/** One page of deliveries, the newest first; `more` says whether another follows. */
export async function listDeliveries(
  storeId: string,
  { productId, older, limit }: { productId?: string; older?: string; limit: number },
): Promise<{ rows: ListedDelivery[]; more: boolean }> {
  const rows = await selectDeliveries()
    .where(
      and(
        eq(deliveries.storeId, storeId),
        productId ? eq(deliveries.productId, productId) : undefined,
        older ? lt(deliveries.id, older) : undefined,
      ),
    )
    // Nulls where the indexes keep them, or they are not used.
    .orderBy(sql`${deliveries.id} desc nulls last`)
    .limit(limit + 1);
  return { rows: rows.slice(0, limit), more: rows.length > limit };
}

/** A delivery with its attempts, the latest first. */
export async function getDelivery(storeId: string, deliveryId: string) {
  const [delivery] = await selectDeliveries().where(
    and(eq(deliveries.storeId, storeId), eq(deliveries.id, deliveryId)),
  );
  if (!delivery) throw new NotFoundError();
  const tried = await db()
    .select()
    .from(attempts)
    .where(and(eq(attempts.storeId, storeId), eq(attempts.deliveryId, deliveryId)))
    .orderBy(desc(attempts.number))
    .limit(ATTEMPTS_SHOWN);
  return { ...delivery, attempts: tried };
}

export type DeliveryStory = Awaited<ReturnType<typeof getDelivery>>;
