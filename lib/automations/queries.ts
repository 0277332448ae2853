import "server-only";
import { and, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { automations, integrations, versions } from "@/drizzle/schema/automations";
import { products } from "@/drizzle/schema/products";
import { users } from "@/drizzle/schema/stores";
import { now } from "@/lib/clock";
import { db, type Tx } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";
import type { Trigger } from "@/lib/triggers/trigger";

export type Version = typeof versions.$inferSelect;
type NewVersion = Omit<typeof versions.$inferInsert, "id" | "storeId" | "createdAt">;

/** Far above what a store has: a page stays a page whatever somebody imports. */
const LIST_LIMIT = 1000;

const currentVersion = and(
  eq(versions.storeId, automations.storeId),
  eq(versions.automationId, automations.id),
  eq(versions.number, automations.version),
);

const own = (storeId: string, automationId: string) =>
  and(
    eq(automations.storeId, storeId),
    eq(automations.id, automationId),
    isNull(automations.deletedAt),
  );

/** What runs are to be planned from: the current version of each automation that is switched on. */
export function activeVersions(
  tx: Tx,
  storeId: string,
  productId: string,
  triggers: readonly Trigger[],
) {
  return tx
    .select({ automation: automations, version: versions })
    .from(automations)
    .innerJoin(versions, currentVersion)
    .where(
      and(
        eq(automations.storeId, storeId),
        eq(automations.productId, productId),
        eq(automations.enabled, true),
        isNull(automations.deletedAt),
        inArray(versions.trigger, [...triggers]),
      ),
    )
    .orderBy(automations.createdAt, automations.id);
}

export type ActiveVersion = Awaited<ReturnType<typeof activeVersions>>[number];

/**
 * Whether they are still as they were read. From now on whoever edits one waits, and then finds its
 * new runs. Apart from the reading: that would lose an automation whose version changes as it waits
 * for the lock, since its new version is not yet among the rows it joins.
 */
export async function holdActive(
  tx: Tx,
  storeId: string,
  active: readonly ActiveVersion[],
): Promise<boolean> {
  const held = await tx
    .select({ id: automations.id, version: automations.version, enabled: automations.enabled })
    .from(automations)
    .where(
      and(
        eq(automations.storeId, storeId),
        inArray(
          automations.id,
          active.map(({ automation }) => automation.id),
        ),
        isNull(automations.deletedAt),
      ),
    )
    .for("key share");
  return active.every(({ automation: { id, version } }) =>
    held.some((each) => each.id === id && each.enabled && each.version === version),
  );
}

/** What a row of a list needs: the automation, its current version, its product and its account. */
function withVersion(tx: Tx) {
  return tx
    .select({
      automation: automations,
      version: versions,
      product: {
        id: products.id,
        name: products.name,
        kind: products.kind,
        accessDays: products.accessDays,
      },
      integration: {
        id: integrations.id,
        name: integrations.name,
        connection: integrations.connection,
        fault: integrations.fault,
        checkedAt: integrations.checkedAt,
      },
      author: users.name,
    })
    .from(automations)
    .innerJoin(versions, currentVersion)
    .innerJoin(
      products,
      and(eq(products.storeId, automations.storeId), eq(products.id, automations.productId)),
    )
    .leftJoin(
      integrations,
      and(eq(integrations.storeId, versions.storeId), eq(integrations.id, versions.integrationId)),
    )
    .leftJoin(users, eq(users.id, versions.createdBy));
}

export type ListedAutomation = Awaited<ReturnType<typeof listAutomations>>[number];

/** Those of one product or of all, product by product, the oldest first. */
export async function listAutomations(storeId: string, { productId }: { productId?: string } = {}) {
  return await withVersion(db())
    .where(
      and(
        eq(automations.storeId, storeId),
        isNull(automations.deletedAt),
        productId ? eq(automations.productId, productId) : undefined,
      ),
    )
    .orderBy(
      sql`lower(${products.name}) collate "und-x-icu"`,
      products.id,
      automations.createdAt,
      automations.id,
    )
    .limit(LIST_LIMIT);
}

export async function getAutomation(storeId: string, automationId: string) {
  const [found] = await withVersion(db()).where(own(storeId, automationId));
  if (!found) throw new NotFoundError();
  return found;
}

/** What an automation is to hang on, held until the transaction ends: neither may be deleted meanwhile. */
export async function lockTargets(
  tx: Tx,
  storeId: string,
  { productId, integrationId }: { productId: string; integrationId: string | null },
) {
  const [product] = await tx
    .select({ savedAt: products.savedAt })
    .from(products)
    .where(and(eq(products.storeId, storeId), eq(products.id, productId)))
    .for("share");
  if (!integrationId) return { product };
  const [integration] = await tx
    .select({ tool: integrations.tool })
    .from(integrations)
    .where(
      and(
        eq(integrations.storeId, storeId),
        eq(integrations.id, integrationId),
        isNull(integrations.deletedAt),
      ),
    )
    .for("share");
  return { product, integration };
}

/** Those of `ids` that are saved products of the store. */
export async function savedProducts(
  tx: Tx,
  storeId: string,
  ids: readonly string[],
): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .select({ id: products.id })
    .from(products)
    .where(
      and(
        eq(products.storeId, storeId),
        inArray(products.id, [...ids]),
        isNotNull(products.savedAt),
      ),
    );
  return rows.map(({ id }) => id);
}

export async function getVersion(
  tx: Tx,
  storeId: string,
  automationId: string,
  number: number,
): Promise<Version> {
  const [found] = await tx
    .select()
    .from(versions)
    .where(
      and(
        eq(versions.storeId, storeId),
        eq(versions.automationId, automationId),
        eq(versions.number, number),
      ),
    );
  if (!found) throw new NotFoundError();
  return found;
}

/** Locked until the transaction ends, so that two people can't publish the same number. */
export async function lockAutomation(tx: Tx, storeId: string, automationId: string) {
  const [found] = await tx
    .select()
    .from(automations)
    .where(own(storeId, automationId))
    .for("update");
  return found;
}

export async function insertAutomation(
  tx: Tx,
  storeId: string,
  row: Omit<typeof automations.$inferInsert, "storeId">,
): Promise<string> {
  const [made] = await tx
    .insert(automations)
    .values({ ...row, storeId })
    .returning({ id: automations.id });
  if (!made) throw new Error("The automation was not inserted");
  return made.id;
}

export async function insertVersion(tx: Tx, storeId: string, row: NewVersion): Promise<void> {
  await tx.insert(versions).values({ ...row, storeId });
}

export async function updateAutomation(
  tx: Tx,
  storeId: string,
  automationId: string,
  change: { name?: string; version?: number; enabled?: boolean; aheadAfter?: string },
): Promise<void> {
  const changed = await tx
    .update(automations)
    .set(change)
    .where(own(storeId, automationId))
    .returning({ id: automations.id });
  if (changed.length === 0) throw new NotFoundError();
}

/** Kept for its runs and their history, shown no more. */
export async function markDeleted(tx: Tx, storeId: string, automationId: string): Promise<void> {
  const deleted = await tx
    .update(automations)
    .set({ deletedAt: now(), enabled: false })
    .where(own(storeId, automationId))
    .returning({ id: automations.id });
  if (deleted.length === 0) throw new NotFoundError();
}
