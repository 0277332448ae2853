import "server-only";
import { db, type Tx } from "@/lib/db";
import { type Deed, recordDeed } from "./queries";

/** A change and the note of who made it, in one transaction. The deed may name what the change made. */
export function noted<T>(
  storeId: string,
  deed: Deed | ((done: T) => Deed),
  change: (tx: Tx) => Promise<T>,
): Promise<T> {
  return db().transaction(async (tx) => {
    const done = await change(tx);
    await recordDeed(tx, storeId, typeof deed === "function" ? deed(done) : deed);
    return done;
  });
}
