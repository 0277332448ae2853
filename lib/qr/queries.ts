import "server-only";
import { and, asc, desc, eq, gt, inArray, isNull, lt, sql } from "drizzle-orm";
import { accesses, customers } from "@/drizzle/schema/events";
import { products } from "@/drizzle/schema/products";
import { qrCodes, qrScans } from "@/drizzle/schema/qr";
import { users } from "@/drizzle/schema/stores";
import { db, type Tx } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";

const own = (storeId: string, codeId: string) =>
  and(eq(qrCodes.storeId, storeId), eq(qrCodes.id, codeId));

const listed = {
  id: qrCodes.id,
  token: qrCodes.token,
  scans: qrCodes.scans,
  remaining: qrCodes.remaining,
  createdAt: qrCodes.createdAt,
  endsAt: accesses.endsAt,
  endedAt: accesses.endedAt,
  customer: { id: customers.id, name: customers.name, email: customers.email },
  product: { id: products.id, name: products.name },
};

const selectCodes = () =>
  db()
    .select(listed)
    .from(qrCodes)
    .innerJoin(
      accesses,
      and(eq(accesses.storeId, qrCodes.storeId), eq(accesses.id, qrCodes.accessId)),
    )
    .innerJoin(
      customers,
      and(eq(customers.storeId, qrCodes.storeId), eq(customers.id, accesses.customerId)),
    )
    .innerJoin(
      products,
      and(eq(products.storeId, qrCodes.storeId), eq(products.id, qrCodes.productId)),
    );

export type ListedCode = Awaited<ReturnType<typeof selectCodes>>[number];

/** Codes of a product, the newest first. `older` is the id that the page before ended with. */
export async function codesOfProduct(
  storeId: string,
  productId: string,
  { older, limit }: { older?: string; limit: number },
): Promise<{ rows: ListedCode[]; more: boolean }> {
  const rows = await selectCodes()
    .where(
      and(
        eq(qrCodes.storeId, storeId),
        eq(qrCodes.productId, productId),
        older ? lt(qrCodes.id, older) : undefined,
      ),
    )
    // Nulls where the index keeps them, or it is not used.
    .orderBy(sql`${qrCodes.id} desc nulls last`)
    .limit(limit + 1);
  return { rows: rows.slice(0, limit), more: rows.length > limit };
}

/** More codes than one person has of one store. */
const CODES_OF_CUSTOMER = 20;

export function codesOfCustomer(storeId: string, customerId: string): Promise<ListedCode[]> {
  return selectCodes()
    .where(and(eq(accesses.storeId, storeId), eq(accesses.customerId, customerId)))
    .orderBy(desc(qrCodes.id))
    .limit(CODES_OF_CUSTOMER);
}

/** Makes a code for each of the accesses that has none, where its product gives codes. */
export async function issueCodes(
  tx: Tx,
  storeId: string,
  accessIds: readonly string[],
): Promise<number> {
  if (accessIds.length === 0) return 0;
  const wanting = await tx
    .select({ accessId: accesses.id, productId: products.id, remaining: products.qrScans })
    .from(accesses)
    .innerJoin(
      products,
      and(eq(products.storeId, accesses.storeId), eq(products.id, accesses.productId)),
    )
    .where(
      and(
        eq(accesses.storeId, storeId),
        inArray(accesses.id, [...accessIds]),
        eq(products.qrCodes, true),
      ),
    );
  if (wanting.length === 0) return 0;
  const made = await tx
    .insert(qrCodes)
    .values(wanting.map((row) => ({ ...row, storeId })))
    .onConflictDoNothing({
      target: [qrCodes.storeId, qrCodes.accessId],
      where: sql`not merged`,
    })
    .returning({ id: qrCodes.id });
  return made.length;
}

/** A product's open accesses, for going through them: `limit` of them, from behind `after`. */
export async function openAccesses(
  storeId: string,
  productId: string,
  { after = "", limit }: { after?: string; limit: number },
): Promise<string[]> {
  const rows = await db()
    .select({ id: accesses.id })
    .from(accesses)
    .where(
      and(
        eq(accesses.storeId, storeId),
        eq(accesses.productId, productId),
        isNull(accesses.endedAt),
        gt(accesses.id, after),
      ),
    )
    .orderBy(asc(accesses.id))
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** How many scans a new code of the product allows; null: any number. */
export async function setScans(
  storeId: string,
  productId: string,
  qrScans: number | null,
): Promise<void> {
  const changed = await db()
    .update(products)
    .set({ qrScans })
    .where(and(eq(products.storeId, storeId), eq(products.id, productId)))
    .returning({ id: products.id });
  if (changed.length === 0) throw new NotFoundError();
}

export type Code = typeof qrCodes.$inferSelect;

/** A code with its row locked until the transaction ends, so that its scans are counted one by one. */
export async function lockCode(tx: Tx, storeId: string, codeId: string): Promise<Code> {
  const [code] = await tx.select().from(qrCodes).where(own(storeId, codeId)).for("update");
  if (!code) throw new NotFoundError();
  return code;
}

export async function updateCode(
  tx: Tx,
  storeId: string,
  codeId: string,
  change: Pick<Code, "scans" | "remaining">,
): Promise<void> {
  await tx.update(qrCodes).set(change).where(own(storeId, codeId));
}

export type Scan = typeof qrScans.$inferSelect;

/** What the phone sent under that key already. */
export async function scanByKey(
  tx: Tx,
  storeId: string,
  codeId: string,
  key: string,
): Promise<Scan | undefined> {
  const [scan] = await tx
    .select()
    .from(qrScans)
    .where(and(eq(qrScans.storeId, storeId), eq(qrScans.codeId, codeId), eq(qrScans.key, key)));
  return scan;
}

export async function insertScan(tx: Tx, storeId: string, scan: Omit<Scan, "storeId">) {
  await tx.insert(qrScans).values({ ...scan, storeId });
}

/** The last things done with a code, the latest first. */
export function scansOfCode(storeId: string, codeId: string, limit: number) {
  return db()
    .select({
      id: qrScans.id,
      kind: qrScans.kind,
      number: qrScans.number,
      change: qrScans.change,
      at: qrScans.at,
      by: users.name,
    })
    .from(qrScans)
    .leftJoin(users, eq(users.id, qrScans.userId))
    .where(and(eq(qrScans.storeId, storeId), eq(qrScans.codeId, codeId)))
    .orderBy(desc(qrScans.id))
    .limit(limit);
}
