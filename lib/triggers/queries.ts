import { and, eq } from "drizzle-orm";
import { shopEvents } from "@/drizzle/schema/events";
import { stores } from "@/drizzle/schema/stores";
import type { Tx } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";

/** Whom and what an event is about by now, and what its store calls the events without a public name. */
export async function contextOf(tx: Tx, storeId: string, eventId: string) {
  const [context] = await tx
    .select({
      productId: shopEvents.productId,
      customerId: shopEvents.customerId,
      timeZone: stores.timeZone,
      cartRecoveryEvent: stores.cartRecoveryEvent,
      qrScannedEvent: stores.qrScannedEvent,
    })
    .from(shopEvents)
    .innerJoin(stores, eq(stores.id, shopEvents.storeId))
    .where(and(eq(shopEvents.storeId, storeId), eq(shopEvents.id, eventId)));
  if (!context) throw new NotFoundError();
  return context;
}

export type Context = Awaited<ReturnType<typeof contextOf>>;
