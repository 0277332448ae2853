import "server-only";
import { eq } from "drizzle-orm";
import type { z } from "zod";
import { stores } from "@/drizzle/schema/stores";
import { db, type Tx } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";
import { open, seal } from "@/lib/secrets";
import type { eventNamesInput, storeInput } from "./input";

/** The store as its settings show it: of the signing key only whether there is one. */
export async function getStore(storeId: string) {
  const [found] = await db().select().from(stores).where(eq(stores.id, storeId));
  if (!found) throw new NotFoundError();
  const { sealedSigningKey, ...store } = found;
  return { ...store, hasSigningKey: sealedSigningKey !== null };
}

/** EasyCart's signing key in the clear; null: EasyCart does not sign. */
export async function getSigningKey(storeId: string): Promise<string | null> {
  const [found] = await db()
    .select({ sealed: stores.sealedSigningKey })
    .from(stores)
    .where(eq(stores.id, storeId));
  if (!found) throw new NotFoundError();
  return found.sealed === null ? null : open(found.sealed, storeId);
}

type Change = Partial<typeof stores.$inferInsert>;

async function change(tx: Tx, storeId: string, values: Change): Promise<void> {
  const changed = await tx
    .update(stores)
    .set(values)
    .where(eq(stores.id, storeId))
    .returning({ id: stores.id });
  if (changed.length === 0) throw new NotFoundError();
}

export const updateStore = (storeId: string, store: z.output<typeof storeInput>, tx: Tx = db()) =>
  change(tx, storeId, store);

export const updateEventNames = (
  storeId: string,
  names: z.output<typeof eventNamesInput>,
  tx: Tx = db(),
) => change(tx, storeId, names);

/** `signingKey` null: EasyCart no longer signs. */
export const setSigningKey = (storeId: string, signingKey: string | null, tx: Tx = db()) =>
  change(tx, storeId, { sealedSigningKey: signingKey === null ? null : seal(signingKey, storeId) });
