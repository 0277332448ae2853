import { and, asc, eq, sql } from "drizzle-orm";
import { accessChanges, accesses } from "@/drizzle/schema/events";
import { products } from "@/drizzle/schema/products";
import { stores } from "@/drizzle/schema/stores";
import type { Tx } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";
import type { Access } from "./change";
import { SAME_END_MS } from "./expiring";

export type AccessRow = typeof accesses.$inferSelect;
type NewAccess = Omit<typeof accesses.$inferInsert, "storeId">;
type NewChange = Omit<typeof accessChanges.$inferInsert, "storeId">;

type Subject = { customerId: string; productId: string };

const own = (storeId: string, accessId: string) =>
  and(eq(accesses.storeId, storeId), eq(accesses.id, accessId));

const about = (storeId: string, { customerId, productId }: Subject) =>
  and(
    eq(accesses.storeId, storeId),
    eq(accesses.customerId, customerId),
    eq(accesses.productId, productId),
  );

/** The access that an event told of, as the history says; undefined: none. */
export async function accessOfEvent(
  tx: Tx,
  storeId: string,
  subject: Subject,
  eventId: string,
): Promise<Access | undefined> {
  const [access] = await tx
    .select(accessColumns)
    .from(accesses)
    .innerJoin(
      products,
      and(eq(products.storeId, accesses.storeId), eq(products.id, accesses.productId)),
    )
    .innerJoin(stores, eq(stores.id, accesses.storeId))
    .innerJoin(
      accessChanges,
      and(eq(accessChanges.storeId, accesses.storeId), eq(accessChanges.accessId, accesses.id)),
    )
    .where(and(about(storeId, subject), eq(accessChanges.eventId, eventId)))
    .limit(1);
  return access;
}

/** What reading an event needs to know of its store. */
export async function storeOf(tx: Tx, storeId: string) {
  const [store] = await tx
    .select({
      timeZone: stores.timeZone,
      cartRecoveryEvent: stores.cartRecoveryEvent,
      qrScannedEvent: stores.qrScannedEvent,
    })
    .from(stores)
    .where(eq(stores.id, storeId));
  if (!store) throw new NotFoundError();
  return store;
}

/** A customer's accesses to a product, the oldest first. */
export function accessesOf(tx: Tx, storeId: string, subject: Subject) {
  return tx
    .select()
    .from(accesses)
    .where(about(storeId, subject))
    .orderBy(asc(accesses.startedAt), asc(accesses.id));
}

/** The history of those accesses, as it was written. */
export function historyOf(tx: Tx, storeId: string, subject: Subject) {
  return tx
    .select({
      id: accessChanges.id,
      accessId: accessChanges.accessId,
      eventId: accessChanges.eventId,
      what: accessChanges.what,
      endsAt: accessChanges.endsAt,
      at: accessChanges.at,
    })
    .from(accessChanges)
    .innerJoin(
      accesses,
      and(eq(accesses.storeId, accessChanges.storeId), eq(accesses.id, accessChanges.accessId)),
    )
    .where(about(storeId, subject))
    .orderBy(asc(accessChanges.id));
}

export type Change = Awaited<ReturnType<typeof historyOf>>[number];

export async function insertAccess(tx: Tx, storeId: string, access: NewAccess): Promise<AccessRow> {
  const [row] = await tx
    .insert(accesses)
    .values({ ...access, storeId })
    .returning();
  if (!row) throw new Error("Nothing was inserted");
  return row;
}

export async function updateAccess(
  tx: Tx,
  storeId: string,
  accessId: string,
  change: Partial<NewAccess>,
): Promise<void> {
  await tx.update(accesses).set(change).where(own(storeId, accessId));
}

export async function insertChange(tx: Tx, storeId: string, change: NewChange): Promise<void> {
  await tx.insert(accessChanges).values({ ...change, storeId });
}

/** See Access.firstTold: of what was told since the access was last given or went on. */
const firstTold = sql<Date | null>`(
  select told.ends_at from ${accessChanges} told
  where told.store_id = ${accesses.storeId} and told.access_id = ${accesses.id}
    and abs(extract(epoch from told.ends_at - ${accesses.endsAt})) * 1000 <= ${SAME_END_MS}
    and told.at >= coalesce((
      select max(given.at) from ${accessChanges} given
      where given.store_id = ${accesses.storeId} and given.access_id = ${accesses.id}
        and given.what in ('bought', 'assigned', 'renewed', 'resumed')
    ), '-infinity')
  order by told.id limit 1
)`.mapWith(accessChanges.endsAt);

/** The columns of an Access, where its product and store are joined. */
export const accessColumns = {
  id: accesses.id,
  storeId: accesses.storeId,
  productId: accesses.productId,
  customerId: accesses.customerId,
  plan: accesses.plan,
  startedAt: accesses.startedAt,
  endsAt: accesses.endsAt,
  endedAt: accesses.endedAt,
  firstTold,
  subscription: sql<boolean>`${products.kind} = 'subscription'`,
  timeZone: stores.timeZone,
};

/** A product's open accesses whose end is known, for planning ahead: pages of `limit`, from behind `after`. */
export function accessesWithEnd(
  tx: Tx,
  storeId: string,
  productId: string,
  { after = "", limit = 500 }: { after?: string; limit?: number } = {},
) {
  return tx
    .select({ ...accessColumns, eventId: latestEventOf })
    .from(accesses)
    .innerJoin(
      products,
      and(eq(products.storeId, accesses.storeId), eq(products.id, accesses.productId)),
    )
    .innerJoin(stores, eq(stores.id, accesses.storeId))
    .where(
      and(
        eq(accesses.storeId, storeId),
        eq(accesses.productId, productId),
        sql`${accesses.endedAt} is null and ${accesses.endsAt} is not null`,
        sql`${accesses.id} > ${after}`,
      ),
    )
    .orderBy(asc(accesses.id))
    .limit(limit);
}

/** The event that last told of an access; a run that our own clock brings about belongs to it. */
export const latestEventOf = sql<string | null>`(
  select c.event_id from ${accessChanges} c
  where c.store_id = ${accesses.storeId} and c.access_id = ${accesses.id} and c.event_id is not null
  order by c.at desc, c.id desc limit 1
)`;
