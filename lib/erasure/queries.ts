import "server-only";
import { and, asc, eq, gt, ilike, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import { integrations, versions } from "@/drizzle/schema/automations";
import { accesses, customers, shopEvents } from "@/drizzle/schema/events";
import { deliveries, deliveryAttempts } from "@/drizzle/schema/forwarding";
import { qrCodes } from "@/drizzle/schema/qr";
import { attempts, runs } from "@/drizzle/schema/runs";
import type { Tx } from "@/lib/db";
import { containing } from "@/lib/like";

/** The customer, and nobody else may change or plan anything for them until the transaction ends. */
export async function lockCustomer(tx: Tx, storeId: string, customerId: string) {
  const [customer] = await tx
    .select()
    .from(customers)
    .where(and(eq(customers.storeId, storeId), eq(customers.id, customerId)))
    .for("update");
  return customer;
}

const runsOf = (storeId: string, customerId: string) =>
  and(eq(runs.storeId, storeId), eq(runs.customerId, customerId));

/** The customer's runs, locked: whoever is about to begin one waits, and then finds it cancelled. */
export function lockRuns(tx: Tx, storeId: string, customerId: string) {
  return tx
    .select({
      id: runs.id,
      status: runs.status,
      email: sql<string>`${runs.snapshot} #>> '{contact,email}'`,
    })
    .from(runs)
    .where(runsOf(storeId, customerId))
    .orderBy(asc(runs.id))
    .for("update");
}

/** The runs of those events, found by their customers, as the index has them. */
const runsOfEvents = (storeId: string, eventIds: readonly string[]) =>
  and(
    eq(runs.storeId, storeId),
    inArray(runs.eventId, [...eventIds]),
    sql`${runs.customerId} in (select e.customer_id from ${shopEvents} e where e.store_id = ${storeId} and ${inArray(sql`e.id`, [...eventIds])})`,
  );

/** Whether a request is on its way for the customer or by one of the events, which would be written down afterwards. */
export async function isBusy(
  tx: Tx,
  storeId: string,
  { customerId, eventIds }: { customerId: string; eventIds: readonly string[] },
  since: Date,
): Promise<boolean> {
  const [open] = await tx
    .select({ id: attempts.id })
    .from(attempts)
    .innerJoin(runs, and(eq(runs.storeId, attempts.storeId), eq(runs.id, attempts.runId)))
    .where(
      and(
        eq(runs.storeId, storeId),
        or(eq(runs.customerId, customerId), runsOfEvents(storeId, eventIds)),
        isNull(attempts.outcome),
        or(eq(runs.status, "running"), gt(attempts.startedAt, since)),
      ),
    )
    .limit(1);
  return open !== undefined;
}

const told = { id: shopEvents.id, customerId: shopEvents.customerId, raw: shopEvents.raw };

export function eventsOf(tx: Tx, storeId: string, customerId: string) {
  return tx
    .select(told)
    .from(shopEvents)
    .where(and(eq(shopEvents.storeId, storeId), eq(shopEvents.customerId, customerId)));
}

/**
 * Events of others that name one of the addresses: orders for somebody else, what is not planned yet.
 * Reads all events of the store, since no index knows what stands in them; an erasure is rare.
 */
export function eventsNaming(
  tx: Tx,
  storeId: string,
  customerId: string,
  emails: readonly string[],
) {
  return tx
    .select(told)
    .from(shopEvents)
    .where(
      and(
        eq(shopEvents.storeId, storeId),
        sql`${shopEvents.customerId} is distinct from ${customerId}`,
        or(...emails.map((email) => ilike(shopEvents.raw, containing(email)))),
      ),
    );
}

/** What is left of an event. With nobody in it, it is not planned any more. */
export async function emptyEvent(
  tx: Tx,
  storeId: string,
  eventId: string,
  left: { raw: string; nobody: boolean },
  at: Date,
): Promise<void> {
  const nobody = {
    order: null,
    emptiedAt: at,
    plannedAt: sql`coalesce(${shopEvents.plannedAt}, ${at.toISOString()}::timestamptz)`,
  };
  await tx
    .update(shopEvents)
    .set({ raw: left.raw, trouble: null, ...(left.nobody && nobody) })
    .where(and(eq(shopEvents.storeId, storeId), eq(shopEvents.id, eventId)));
}

/** Of a request: which service, when, how it ended. Not what was sent and answered. */
const bare = (exchange: SQL) => sql`jsonb_build_object(
  'method', ${exchange} -> 'method', 'url', substring(${exchange} ->> 'url' from '^[a-z]+://[^/?#@]+'),
  'headers', '{}'::jsonb, 'status', ${exchange} -> 'status', 'received', '',
  'startedAt', ${exchange} -> 'startedAt', 'ms', ${exchange} -> 'ms')`;

/** Takes requests and answers out of the attempts of those runs, or of all runs of those events. */
export async function emptyAttempts(
  tx: Tx,
  storeId: string,
  { runIds, eventIds }: { runIds: readonly string[]; eventIds: readonly string[] },
): Promise<void> {
  const ofEvents = tx.select({ id: runs.id }).from(runs).where(runsOfEvents(storeId, eventIds));
  await tx
    .update(attempts)
    .set({
      words: null,
      exchanges: sql`coalesce((select jsonb_agg(${bare(sql`e`)}) from jsonb_array_elements(${attempts.exchanges}) e), '[]')`,
    })
    .where(
      and(
        eq(attempts.storeId, storeId),
        or(inArray(attempts.runId, [...runIds]), inArray(attempts.runId, ofEvents)),
      ),
    );
}

/**
 * Takes requests and answers out of the deliveries of those events; what waits of events with nobody
 * left in them ends. Returns how many deliveries there are.
 */
export async function emptyDeliveries(
  tx: Tx,
  storeId: string,
  { eventIds, ended }: { eventIds: readonly string[]; ended: readonly string[] },
  at: Date,
): Promise<number> {
  const ends = and(eq(deliveries.status, "waiting"), inArray(deliveries.eventId, [...ended]));
  const found = await tx
    .update(deliveries)
    .set({
      signature: null,
      status: sql`case when ${ends} then 'cancelled' else ${deliveries.status} end`,
      finishedAt: sql`case when ${ends} then ${at.toISOString()}::timestamptz else ${deliveries.finishedAt} end`,
      wakeAt: sql`case when ${ends} then null else ${deliveries.wakeAt} end`,
    })
    .where(and(eq(deliveries.storeId, storeId), inArray(deliveries.eventId, [...eventIds])))
    .returning({ id: deliveries.id });
  const ids = found.map(({ id }) => id);
  await tx
    .update(deliveryAttempts)
    .set({
      words: null,
      exchange: sql`case when ${deliveryAttempts.exchange} is not null then ${bare(sql`${deliveryAttempts.exchange}`)} end`,
      // One on its way is no longer waited for: its answer would be written down.
      outcome: sql`coalesce(${deliveryAttempts.outcome}, 'interrupted')`,
      finishedAt: sql`coalesce(${deliveryAttempts.finishedAt}, ${at.toISOString()}::timestamptz)`,
    })
    .where(and(eq(deliveryAttempts.storeId, storeId), inArray(deliveryAttempts.deliveryId, ids)));
  return ids.length;
}

/** Cancels what waits, and leaves of each run who is nobody and the texts as they were before they were filled in. */
export async function emptyRuns(
  tx: Tx,
  storeId: string,
  customerId: string,
  { contact, at }: { contact: { email: string; name: string }; at: Date },
): Promise<void> {
  await tx
    .update(runs)
    .set({
      snapshot: sql`${runs.snapshot} || jsonb_build_object('contact', ${JSON.stringify(contact)}::jsonb, 'input', ${versions.input}, 'erased', true)`,
      ...{ words: null, ticket: null, wakeAt: null, claimedUntil: null },
      status: sql`case when ${runs.status} = 'waiting' then 'cancelled' else ${runs.status} end`,
      reason: sql`case when ${runs.status} = 'waiting' then 'erased' else ${runs.reason} end`,
      finishedAt: sql`coalesce(${runs.finishedAt}, ${at.toISOString()}::timestamptz)`,
    })
    .from(versions)
    .where(
      and(
        runsOf(storeId, customerId),
        eq(versions.storeId, runs.storeId),
        eq(versions.id, runs.versionId),
      ),
    );
}

/** Ends the customer's accesses here, without their order's number and their codes. Returns how many there were of each. */
export async function emptyAccesses(tx: Tx, storeId: string, customerId: string, at: Date) {
  const ended = await tx
    .update(accesses)
    .set({
      source: sql`'erased ' || ${accesses.id}`,
      endedAt: sql`coalesce(${accesses.endedAt}, ${at.toISOString()}::timestamptz)`,
    })
    .where(and(eq(accesses.storeId, storeId), eq(accesses.customerId, customerId)))
    .returning({ id: accesses.id });
  const ids = ended.map(({ id }) => id);
  const codes = await tx
    .delete(qrCodes)
    .where(and(eq(qrCodes.storeId, storeId), inArray(qrCodes.accessId, ids)))
    .returning({ id: qrCodes.id });
  return { accesses: ids.length, codes: codes.length };
}

/** A tool's words about an account may quote an address. */
export async function emptyWords(tx: Tx, storeId: string, emails: readonly string[]) {
  await tx
    .update(integrations)
    .set({ words: null })
    .where(
      and(
        eq(integrations.storeId, storeId),
        or(...emails.map((email) => ilike(integrations.words, containing(email)))),
      ),
    );
}

/** Nobody is left in the row, so that the next event of the same address starts a customer of its own. */
export async function emptyCustomer(
  tx: Tx,
  storeId: string,
  customerId: string,
  nobody: { email: string; name: string; erasedAt: Date },
): Promise<void> {
  await tx
    .update(customers)
    .set({ ...nobody, firstName: null, lastName: null, easycartId: null })
    .where(and(eq(customers.storeId, storeId), eq(customers.id, customerId)));
}
