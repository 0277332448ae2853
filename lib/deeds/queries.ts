import { and, eq, lt, sql } from "drizzle-orm";
import { deeds } from "@/drizzle/schema/deeds";
import { users } from "@/drizzle/schema/stores";
import { now } from "@/lib/clock";
import { db, type Tx } from "@/lib/db";
import type { DeedWhat } from "./what";

export type Deed = { userId: string; what: DeedWhat; subject?: string; name?: string };

/** Notes who changed what; call it in the transaction of the change. */
export async function recordDeed(tx: Tx, storeId: string, deed: Deed): Promise<void> {
  await tx.insert(deeds).values({ ...deed, storeId, at: now() });
}

/** One page of the journal, the latest first; `more` says whether another follows. */
export async function listDeeds(
  storeId: string,
  { older, limit }: { older?: string; limit: number },
) {
  const rows = await db()
    .select({
      id: deeds.id,
      what: deeds.what,
      subject: deeds.subject,
      name: deeds.name,
      at: deeds.at,
      person: users.name,
    })
    .from(deeds)
    .leftJoin(users, eq(users.id, deeds.userId))
    .where(and(eq(deeds.storeId, storeId), older ? lt(deeds.id, older) : undefined))
    // Nulls where the index keeps them, or it is not used.
    .orderBy(sql`${deeds.id} desc nulls last`)
    .limit(limit + 1);
  return { rows: rows.slice(0, limit), more: rows.length > limit };
}

export type ListedDeed = Awaited<ReturnType<typeof listDeeds>>["rows"][number];
