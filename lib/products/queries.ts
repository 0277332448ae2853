import "server-only";
import {
  and,
  asc,
  count,
  desc,
  eq,
  ilike,
  isNotNull,
  isNull,
  lt,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import { automations } from "@/drizzle/schema/automations";
import { accesses } from "@/drizzle/schema/events";
import { plans, products } from "@/drizzle/schema/products";
import { now } from "@/lib/clock";
import { brokenConstraint, db, type Tx } from "@/lib/db";
import { NotFoundError, UserError } from "@/lib/errors";
import { containing } from "@/lib/like";
import type { ProductChange } from "./input";
import type { ProductKind } from "./kind";

const PER_PAGE = 50;

const own = (storeId: string, productId: string) =>
  and(eq(products.storeId, storeId), eq(products.id, productId));

/** The newest first. `after` is the id that the page before ended with; `more` says whether another follows. */
export async function listProducts(
  storeId: string,
  { search, after }: { search?: string; after?: string } = {},
) {
  const used = automationCounts(storeId);
  const rows = await db()
    .select({
      id: products.id,
      name: products.name,
      kind: products.kind,
      origin: products.origin,
      savedAt: products.savedAt,
      easycartId: products.easycartId,
      qrCodes: products.qrCodes,
      automations: sql<number>`coalesce(${used.count}, 0)`.mapWith(Number),
    })
    .from(products)
    .leftJoin(used, eq(used.productId, products.id))
    .where(
      and(
        eq(products.storeId, storeId),
        matching(search),
        after ? lt(products.id, after) : undefined,
      ),
    )
    .orderBy(desc(products.id))
    .limit(PER_PAGE + 1);
  return { rows: rows.slice(0, PER_PAGE), more: rows.length > PER_PAGE };
}

function automationCounts(storeId: string) {
  return db()
    .select({ productId: automations.productId, count: count().as("count") })
    .from(automations)
    .where(and(eq(automations.storeId, storeId), isNull(automations.deletedAt)))
    .groupBy(automations.productId)
    .as("used");
}

function matching(search: string | undefined): SQL | undefined {
  if (!search) return undefined;
  const pattern = containing(search);
  return or(ilike(products.name, pattern), ilike(products.easycartId, pattern));
}

export async function getProduct(storeId: string, productId: string) {
  const [product] = await db().select().from(products).where(own(storeId, productId));
  if (!product) throw new NotFoundError();
  const rows = await db()
    .select({ id: plans.id, name: plans.name })
    .from(plans)
    .where(and(eq(plans.storeId, storeId), eq(plans.productId, productId)))
    .orderBy(asc(plans.position));
  return { ...product, plans: rows };
}

export type Product = Awaited<ReturnType<typeof getProduct>>;

/** What hangs on the product: automations, and customers whose access has not ended. */
export async function countOfProduct(storeId: string, productId: string) {
  const [used] = await db()
    .select({ count: count() })
    .from(automations)
    .where(
      and(
        eq(automations.storeId, storeId),
        eq(automations.productId, productId),
        isNull(automations.deletedAt),
      ),
    );
  const [open] = await db()
    .select({ count: sql<number>`count(distinct ${accesses.customerId})`.mapWith(Number) })
    .from(accesses)
    .where(
      and(
        eq(accesses.storeId, storeId),
        eq(accesses.productId, productId),
        isNull(accesses.endedAt),
      ),
    );
  return { automations: used?.count ?? 0, customers: open?.count ?? 0 };
}

/** Saved products, for choosing one. */
export function productChoices(storeId: string) {
  return db()
    .select({ id: products.id, name: products.name, endpoint: products.endpoint })
    .from(products)
    .where(and(eq(products.storeId, storeId), isNotNull(products.savedAt)))
    .orderBy(asc(products.name), asc(products.id));
}

/** Far above what a store has. */
const PLANS_LIMIT = 2000;

/** The plans of all products, each product's in its own order. */
export function planNames(storeId: string) {
  return db()
    .select({ productId: plans.productId, name: plans.name })
    .from(plans)
    .where(eq(plans.storeId, storeId))
    .orderBy(asc(plans.productId), asc(plans.position))
    .limit(PLANS_LIMIT);
}

export async function insertDraft(
  storeId: string,
  draft: { name: string; kind: ProductKind },
  tx: Tx = db(),
): Promise<string> {
  const [made] = await tx
    .insert(products)
    .values({ ...draft, storeId })
    .returning({ id: products.id });
  if (!made) throw new Error("Nothing was inserted");
  return made.id;
}

/** Saves the product with its plans; a draft becomes a saved product. */
export async function saveProduct(
  storeId: string,
  productId: string,
  { plans: planRows, ...change }: ProductChange,
  within: Tx = db(),
): Promise<void> {
  try {
    await within.transaction(async (tx) => {
      const saved = await tx
        .update(products)
        .set({ ...change, savedAt: sql`coalesce(${products.savedAt}, ${now().toISOString()})` })
        .where(own(storeId, productId))
        .returning({ kind: products.kind });
      if (saved.length === 0) throw new NotFoundError();
      await replacePlans(tx, storeId, productId, change.kind === "subscription" ? planRows : []);
    });
  } catch (error) {
    if (brokenConstraint(error) !== "products_easycart_id") throw error;
    const holder = await nameOfEasycartId(storeId, change.easycartId ?? "");
    throw new UserError("easycartIdTaken", { product: holder }, "easycartId");
  }
}

async function replacePlans(
  tx: Tx,
  storeId: string,
  productId: string,
  rows: ProductChange["plans"],
): Promise<void> {
  const known = await tx
    .delete(plans)
    .where(and(eq(plans.storeId, storeId), eq(plans.productId, productId)))
    .returning({ id: plans.id });
  if (rows.length === 0) return;
  const ids = new Set(known.map(({ id }) => id));
  await tx.insert(plans).values(
    rows.map(({ id, name }, position) => ({
      // A plan keeps its id under a new name; an id that was not this product's is not taken over.
      ...(ids.has(id) && { id }),
      storeId,
      productId,
      name,
      position,
    })),
  );
}

async function nameOfEasycartId(storeId: string, easycartId: string): Promise<string> {
  const [holder] = await db()
    .select({ name: products.name })
    .from(products)
    .where(and(eq(products.storeId, storeId), eq(products.easycartId, easycartId)));
  return holder?.name ?? easycartId;
}

/** Only a draft that nothing hangs on can go: a saved product's runs belong to it for ever. */
export async function deleteDraft(
  storeId: string,
  productId: string,
  tx: Tx = db(),
): Promise<void> {
  try {
    const gone = await tx
      .delete(products)
      .where(and(own(storeId, productId), isNull(products.savedAt)))
      .returning({ id: products.id });
    if (gone.length === 0) throw new NotFoundError();
  } catch (error) {
    if (brokenConstraint(error)) throw new UserError("draftHasEvents");
    throw error;
  }
}
