import "server-only";
import { and, asc, count, eq, inArray, isNull, sql } from "drizzle-orm";
import { automations, integrations, versions } from "@/drizzle/schema/automations";
import { products } from "@/drizzle/schema/products";
import { runs } from "@/drizzle/schema/runs";
import { now } from "@/lib/clock";
import { db, type Tx } from "@/lib/db";
import { NotFoundError, UserError } from "@/lib/errors";
import { ownIntegration, shownOfIntegration } from "./queries";

const currentVersion = and(
  eq(versions.storeId, automations.storeId),
  eq(versions.automationId, automations.id),
  eq(versions.number, automations.version),
);

const open = inArray(runs.status, ["waiting", "running"]);
const ENDED = runs.status.enumValues.filter((status) => !["waiting", "running"].includes(status));

/** The store's integrations, what is red first; how many automations and open runs use each. */
export async function listIntegrations(storeId: string, productId?: string) {
  const used = automationCounts(storeId, productId);
  const waiting = openRunCounts(storeId);
  return await db()
    .select({
      ...shownOfIntegration,
      automations: sql<number>`coalesce(${used.count}, 0)`.mapWith(Number),
      openRuns: sql<number>`coalesce(${waiting.count}, 0)`.mapWith(Number),
    })
    .from(integrations)
    .leftJoin(used, eq(used.integrationId, integrations.id))
    .leftJoin(waiting, eq(waiting.integrationId, integrations.id))
    .where(and(eq(integrations.storeId, storeId), isNull(integrations.deletedAt)))
    .orderBy(
      sql`${integrations.connection} in ('broken', 'paused') desc`,
      sql`lower(${integrations.name})`,
      asc(integrations.id),
    );
}

export type ListedIntegration = Awaited<ReturnType<typeof listIntegrations>>[number];

function automationCounts(storeId: string, productId: string | undefined) {
  return db()
    .select({ integrationId: versions.integrationId, count: count().as("automation_count") })
    .from(automations)
    .innerJoin(versions, currentVersion)
    .where(
      and(
        eq(automations.storeId, storeId),
        isNull(automations.deletedAt),
        productId === undefined ? undefined : eq(automations.productId, productId),
      ),
    )
    .groupBy(versions.integrationId)
    .as("used");
}

function openRunCounts(storeId: string) {
  return db()
    .select({ integrationId: runs.integrationId, count: count().as("run_count") })
    .from(runs)
    .where(and(eq(runs.storeId, storeId), open))
    .groupBy(runs.integrationId)
    .as("waiting");
}

/** Automations whose latest run failed because what they chose in the tool is gone, and which nobody edited since. */
export async function listConfigFaults(storeId: string) {
  // Of each status the first of its stretch of the index.
  const id = sql`(
    select first.id from unnest(${sql.param(ENDED)}::text[]) as ended (status), lateral (
      select id, due_at from ${runs} where automation_id = ${automations.id} and status = ended.status
      order by due_at desc nulls last, id desc nulls last limit 1
    ) as first order by first.due_at desc, first.id desc limit 1
  )`;
  const latest = db()
    .select({ fault: runs.fault, words: runs.words, versionId: runs.versionId })
    .from(runs)
    .where(and(eq(runs.storeId, storeId), sql`${runs.id} = ${id}`))
    .as("latest");
  return await db()
    .select({
      integrationId: versions.integrationId,
      automationId: automations.id,
      productId: automations.productId,
      name: automations.name,
      words: latest.words,
    })
    .from(automations)
    .innerJoin(versions, currentVersion)
    .innerJoinLateral(latest, eq(latest.versionId, versions.id))
    .where(
      and(
        eq(automations.storeId, storeId),
        isNull(automations.deletedAt),
        eq(latest.fault, "config"),
      ),
    )
    .orderBy(asc(automations.name));
}

export type ConfigFault = Awaited<ReturnType<typeof listConfigFaults>>[number];

/** What would be left without the integration: automations with their products, and how many open runs. */
export async function usageOf(tx: Tx, storeId: string, integrationId: string) {
  const users = await tx
    .select({
      id: automations.id,
      name: automations.name,
      productId: products.id,
      product: products.name,
    })
    .from(automations)
    .innerJoin(versions, currentVersion)
    .innerJoin(
      products,
      and(eq(products.storeId, automations.storeId), eq(products.id, automations.productId)),
    )
    .where(
      and(
        eq(automations.storeId, storeId),
        isNull(automations.deletedAt),
        eq(versions.integrationId, integrationId),
      ),
    )
    .orderBy(asc(automations.name));
  const [waiting] = await tx
    .select({ count: count() })
    .from(runs)
    .where(and(eq(runs.storeId, storeId), eq(runs.integrationId, integrationId), open));
  return { automations: users, openRuns: waiting?.count ?? 0 };
}

export type Usage = Awaited<ReturnType<typeof usageOf>>;

/** Deletes it and its secrets. Refuses while automations or open runs use it, naming which. */
export async function deleteIntegration(
  storeId: string,
  integrationId: string,
  within: Tx = db(),
): Promise<string> {
  return await within.transaction(async (tx) => {
    const [found] = await tx
      .select({ name: integrations.name })
      .from(integrations)
      .where(ownIntegration(storeId, integrationId))
      .for("update");
    if (!found) throw new NotFoundError();
    const usage = await usageOf(tx, storeId, integrationId);
    if (usage.automations.length > 0 || usage.openRuns > 0) throw inUse(usage);
    await tx
      .update(integrations)
      .set({ deletedAt: now(), sealedCredentials: null })
      .where(ownIntegration(storeId, integrationId));
    return found.name;
  });
}

function inUse({ automations: users, openRuns }: Usage): UserError {
  const names = users.map(({ name, product }) => `„${name}” (${product})`).join(", ");
  return new UserError("integrationInUse", { count: users.length, names, openRuns });
}
