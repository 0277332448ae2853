import { and, eq, inArray, sql } from "drizzle-orm";
import { shopEvents } from "@/drizzle/schema/events";
import { db, type Tx } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";

export type ShopEvent = typeof shopEvents.$inferSelect;
export type NewEvent = Omit<typeof shopEvents.$inferInsert, "storeId" | "id" | "repeats">;

const own = (storeId: string, eventId: string) =>
  and(eq(shopEvents.storeId, storeId), eq(shopEvents.id, eventId));

/** Stores an event, or counts it as a repetition of one that says the same. One statement, so that it is safe in a crowd. */
export async function recordEvent(tx: Tx, storeId: string, event: NewEvent) {
  const [row] = await tx
    .insert(shopEvents)
    .values({ ...event, storeId })
    .onConflictDoUpdate({
      target: [shopEvents.storeId, shopEvents.key],
      set: { repeats: sql`${shopEvents.repeats} + 1` },
    })
    .returning({ id: shopEvents.id, repeats: shopEvents.repeats });
  if (!row) throw new Error("An event was neither stored nor known");
  return row;
}

export async function getShopEvent(storeId: string, eventId: string): Promise<ShopEvent> {
  const [event] = await db().select().from(shopEvents).where(own(storeId, eventId));
  if (!event) throw new NotFoundError();
  return event;
}

/** An event with its row locked until the transaction ends. Takes no store: planning begins from the event's id alone. */
export async function lockEvent(tx: Tx, eventId: string): Promise<ShopEvent | undefined> {
  const [event] = await tx
    .select()
    .from(shopEvents)
    .where(eq(shopEvents.id, eventId))
    .for("no key update");
  return event;
}

/** Notes whom and what an event is about, once that is known. */
export async function noteSubject(
  tx: Tx,
  storeId: string,
  eventId: string,
  subject: { productId: string | null; customerId: string | null },
) {
  await tx.update(shopEvents).set(subject).where(own(storeId, eventId));
}

export async function markPlanned(tx: Tx, storeId: string, eventId: string, plannedAt: Date) {
  await tx.update(shopEvents).set({ plannedAt, trouble: null }).where(own(storeId, eventId));
}

/** The events of those names about one customer and product whose subject was noted, this one included. */
export function eventsAbout(
  tx: Tx,
  storeId: string,
  { customerId, productId }: { customerId: string; productId: string },
  names: readonly string[],
) {
  return tx
    .select()
    .from(shopEvents)
    .where(
      and(
        eq(shopEvents.storeId, storeId),
        eq(shopEvents.customerId, customerId),
        eq(shopEvents.productId, productId),
        inArray(shopEvents.name, [...names]),
      ),
    );
}
