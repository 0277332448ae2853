import "server-only";
import { and, asc, eq, gt, inArray } from "drizzle-orm";
import { automations } from "@/drizzle/schema/automations";
import { accesses, customers, shopEvents } from "@/drizzle/schema/events";
import { deliveries } from "@/drizzle/schema/forwarding";
import { products } from "@/drizzle/schema/products";
import { qrCodes } from "@/drizzle/schema/qr";
import { attempts, runs } from "@/drizzle/schema/runs";
import { db } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";

// Each is one page in the order of the ids, so that a customer with very much of it takes no more memory.

type Page = { after: string; limit: number };

export async function exportedCustomer(storeId: string, customerId: string) {
  const [customer] = await db()
    .select({
      id: customers.id,
      email: customers.email,
      name: customers.name,
      firstName: customers.firstName,
      lastName: customers.lastName,
      easycartId: customers.easycartId,
      knownSince: customers.createdAt,
    })
    .from(customers)
    .where(and(eq(customers.storeId, storeId), eq(customers.id, customerId)));
  if (!customer) throw new NotFoundError();
  return customer;
}

export function exportedAccesses(storeId: string, customerId: string, { after, limit }: Page) {
  return db()
    .select({
      id: accesses.id,
      product: products.name,
      plan: accesses.plan,
      order: accesses.source,
      startedAt: accesses.startedAt,
      endsAt: accesses.endsAt,
      endedAt: accesses.endedAt,
      qrCode: qrCodes.id,
      qrScans: qrCodes.scans,
      qrRemaining: qrCodes.remaining,
    })
    .from(accesses)
    .innerJoin(products, and(eq(products.storeId, storeId), eq(products.id, accesses.productId)))
    .leftJoin(
      qrCodes,
      and(
        eq(qrCodes.storeId, storeId),
        eq(qrCodes.accessId, accesses.id),
        eq(qrCodes.merged, false),
      ),
    )
    .where(
      and(
        eq(accesses.storeId, storeId),
        eq(accesses.customerId, customerId),
        gt(accesses.id, after),
      ),
    )
    .orderBy(asc(accesses.id))
    .limit(limit);
}

export function exportedEvents(storeId: string, customerId: string, { after, limit }: Page) {
  return db()
    .select({
      id: shopEvents.id,
      name: shopEvents.name,
      occurredAt: shopEvents.occurredAt,
      receivedAt: shopEvents.receivedAt,
      raw: shopEvents.raw,
      passedOn: deliveries.status,
    })
    .from(shopEvents)
    .leftJoin(
      deliveries,
      and(eq(deliveries.storeId, storeId), eq(deliveries.eventId, shopEvents.id)),
    )
    .where(
      and(
        eq(shopEvents.storeId, storeId),
        eq(shopEvents.customerId, customerId),
        gt(shopEvents.id, after),
      ),
    )
    .orderBy(asc(shopEvents.id))
    .limit(limit);
}

/** Runs with their attempts; the secrets of the requests were masked before they were stored. */
export async function exportedRuns(storeId: string, customerId: string, { after, limit }: Page) {
  const found = await db()
    .select({
      id: runs.id,
      automation: automations.name,
      status: runs.status,
      dueAt: runs.dueAt,
      finishedAt: runs.finishedAt,
      reason: runs.reason,
      words: runs.words,
      snapshot: runs.snapshot,
    })
    .from(runs)
    .innerJoin(
      automations,
      and(eq(automations.storeId, storeId), eq(automations.id, runs.automationId)),
    )
    .where(and(eq(runs.storeId, storeId), eq(runs.customerId, customerId), gt(runs.id, after)))
    .orderBy(asc(runs.id))
    .limit(limit);
  const tried = await db()
    .select({
      runId: attempts.runId,
      number: attempts.number,
      outcome: attempts.outcome,
      words: attempts.words,
      exchanges: attempts.exchanges,
      startedAt: attempts.startedAt,
      finishedAt: attempts.finishedAt,
    })
    .from(attempts)
    .where(
      and(
        eq(attempts.storeId, storeId),
        inArray(
          attempts.runId,
          found.map(({ id }) => id),
        ),
      ),
    )
    .orderBy(asc(attempts.runId), asc(attempts.number));
  return found.map((run) => ({
    ...run,
    attempts: tried
      .filter(({ runId }) => runId === run.id)
      .map(({ runId: _, ...attempt }) => attempt),
  }));
}
