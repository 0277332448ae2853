import "server-only";
import { and, asc, eq } from "drizzle-orm";
import { automations, integrations, versions } from "@/drizzle/schema/automations";
import { customers, shopEvents } from "@/drizzle/schema/events";
import { products } from "@/drizzle/schema/products";
import { attempts, runs } from "@/drizzle/schema/runs";
import { users } from "@/drizzle/schema/stores";
import { db } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";

/** Retries are few; a run that was re-run over and over shows its first ones. */
const ATTEMPTS_SHOWN = 200;

/** All that is known of one run: what it came from, what it was to do, and each attempt. */
export async function getReceipt(storeId: string, runId: string) {
  const [found] = await db()
    .select({
      run: runs,
      customer: customers,
      event: shopEvents,
      version: versions,
      author: users.name,
      automation: {
        id: automations.id,
        name: automations.name,
        version: automations.version,
        enabled: automations.enabled,
        deletedAt: automations.deletedAt,
      },
      product: { id: products.id, name: products.name },
      integration: {
        id: integrations.id,
        name: integrations.name,
        connection: integrations.connection,
        deletedAt: integrations.deletedAt,
      },
    })
    .from(runs)
    .innerJoin(customers, and(eq(customers.storeId, storeId), eq(customers.id, runs.customerId)))
    .innerJoin(shopEvents, and(eq(shopEvents.storeId, storeId), eq(shopEvents.id, runs.eventId)))
    .innerJoin(versions, and(eq(versions.storeId, storeId), eq(versions.id, runs.versionId)))
    .innerJoin(
      automations,
      and(eq(automations.storeId, storeId), eq(automations.id, runs.automationId)),
    )
    .innerJoin(products, and(eq(products.storeId, storeId), eq(products.id, runs.productId)))
    .leftJoin(
      integrations,
      and(eq(integrations.storeId, storeId), eq(integrations.id, runs.integrationId)),
    )
    .leftJoin(users, eq(users.id, versions.createdBy))
    .where(and(eq(runs.storeId, storeId), eq(runs.id, runId)));
  if (!found) throw new NotFoundError();
  const tried = await db()
    .select()
    .from(attempts)
    .where(and(eq(attempts.storeId, storeId), eq(attempts.runId, runId)))
    .orderBy(asc(attempts.number))
    .limit(ATTEMPTS_SHOWN);
  return { ...found, attempts: tried };
}

export type Receipt = Awaited<ReturnType<typeof getReceipt>>;
export type Attempt = Receipt["attempts"][number];
