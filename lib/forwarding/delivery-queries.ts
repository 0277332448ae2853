import { and, eq, isNull } from "drizzle-orm";
import { shopEvents } from "@/drizzle/schema/events";
import {
  forwardingAddresses as addresses,
  deliveries,
  deliveryAttempts,
} from "@/drizzle/schema/forwarding";
import { db, type Tx } from "@/lib/db";

export type Delivery = typeof deliveries.$inferSelect;
type NewDelivery = Omit<typeof deliveries.$inferInsert, "storeId" | "id">;
type AttemptEnd = Partial<Pick<typeof deliveryAttempts.$inferInsert, "words" | "exchange">> & {
  outcome: string;
  finishedAt: Date;
};

/** What the engine must know of a delivery to bring it about. */
export const announcedDelivery = {
  id: deliveries.id,
  storeId: deliveries.storeId,
  addressId: deliveries.addressId,
};

const own = (storeId: string, deliveryId: string) =>
  and(eq(deliveries.storeId, storeId), eq(deliveries.id, deliveryId));

export async function insertDelivery(tx: Tx, storeId: string, delivery: NewDelivery) {
  const [row] = await tx
    .insert(deliveries)
    .values({ ...delivery, storeId })
    .returning(announcedDelivery);
  if (!row) throw new Error("Nothing was inserted");
  return row;
}

/** A delivery with its row locked until the transaction ends. */
export async function lockDelivery(
  tx: Tx,
  storeId: string,
  deliveryId: string,
): Promise<Delivery | undefined> {
  const [delivery] = await tx
    .select()
    .from(deliveries)
    .where(own(storeId, deliveryId))
    .for("update");
  return delivery;
}

export async function updateDelivery(
  tx: Tx,
  storeId: string,
  deliveryId: string,
  change: Partial<Pick<Delivery, "status" | "tries" | "triesBefore" | "wakeAt" | "finishedAt">>,
): Promise<void> {
  await tx.update(deliveries).set(change).where(own(storeId, deliveryId));
}

/** What is sent, as it came, and where. */
export async function cargoOf(storeId: string, deliveryId: string) {
  const [cargo] = await db()
    .select({ url: addresses.url, raw: shopEvents.raw })
    .from(deliveries)
    .innerJoin(
      addresses,
      and(eq(addresses.storeId, deliveries.storeId), eq(addresses.id, deliveries.addressId)),
    )
    .innerJoin(
      shopEvents,
      and(eq(shopEvents.storeId, deliveries.storeId), eq(shopEvents.id, deliveries.eventId)),
    )
    .where(own(storeId, deliveryId));
  return cargo;
}

export async function beginAttempt(
  tx: Tx,
  storeId: string,
  attempt: { deliveryId: string; number: number; startedAt: Date },
): Promise<void> {
  await tx.insert(deliveryAttempts).values({ ...attempt, storeId });
}

/** Ends an attempt, unless it has ended already. */
export async function endAttempt(
  tx: Tx,
  storeId: string,
  { deliveryId, number }: { deliveryId: string; number: number },
  end: AttemptEnd,
): Promise<void> {
  await tx
    .update(deliveryAttempts)
    .set(end)
    .where(
      and(
        eq(deliveryAttempts.storeId, storeId),
        eq(deliveryAttempts.deliveryId, deliveryId),
        eq(deliveryAttempts.number, number),
        isNull(deliveryAttempts.outcome),
      ),
    );
}
