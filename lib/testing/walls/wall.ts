import type { FullStore } from "@/drizzle/testing/full-store";
import type { Tx } from "@/lib/db";

/** A foreign key that holds `store_id` refused: the row would have pointed into another store. */
export const REFUSED = "refused by a foreign key";

export type Query = (...args: never[]) => unknown;

/** One way to ask a query of one store for what is another's, and what must come of it. */
export type Wall = {
  query: Query;
  /** What a store with nothing of its own gets: a value, a matcher, an error, REFUSED, or what makes one of these. */
  gives: unknown;
  /** Asks as `storeId`, with the ids of `theirs`. */
  ask: (tx: Tx, storeId: string, theirs: FullStore) => unknown;
};

type Asking<A extends unknown[]> = (
  ask: (...args: A) => unknown,
  storeId: string,
  theirs: FullStore,
) => unknown;

/** A wall of a query that takes a store first. */
export function wall<A extends [string, ...unknown[]]>(
  query: (...args: A) => unknown,
  gives: unknown,
  asking: Asking<A>,
): Wall {
  return { query, gives, ask: (_, storeId, theirs) => asking(query, storeId, theirs) };
}

/** A wall of a query that takes a transaction, then a store. */
export function wallInTx<A extends [string, ...unknown[]]>(
  query: (tx: Tx, ...args: A) => unknown,
  gives: unknown,
  asking: Asking<A>,
): Wall {
  return {
    query,
    gives,
    ask: (tx, storeId, theirs) => asking((...args) => query(tx, ...args), storeId, theirs),
  };
}
