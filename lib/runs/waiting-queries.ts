import { and, eq, gte, ilike, inArray, lt, lte, notInArray, or, type SQL, sql } from "drizzle-orm";
import { customers } from "@/drizzle/schema/events";
import { runs } from "@/drizzle/schema/runs";
import { db, type Tx } from "@/lib/db";

/** Which of the runs that wait. */
export type WaitingFilter = {
  productId?: string;
  automationId?: string;
  customerId?: string;
  /** Part of an e-mail address or name. */
  customer?: string;
  from?: Date;
  /** Not included. */
  until?: Date;
};

/** Some by name, or all that a filter finds. */
export type Which =
  | { ids: readonly string[] }
  | {
      filter: WaitingFilter;
      except?: readonly string[];
      /** Planned until then: what was planned after the person looked is not meant. */
      knownAt?: Date;
    };

/** Written out, not a parameter: or the planner can't see that the indexes of waiting runs fit. */
export const isWaiting = sql`${runs.status} = 'waiting'`;

export function waitingWhere(storeId: string, which: Which): SQL | undefined {
  const own = and(eq(runs.storeId, storeId), isWaiting);
  if ("ids" in which) return and(own, inArray(runs.id, [...which.ids]));
  const { filter, except, knownAt } = which;
  return and(
    own,
    filter.automationId ? eq(runs.automationId, filter.automationId) : undefined,
    filter.productId ? eq(runs.productId, filter.productId) : undefined,
    filter.customerId ? eq(runs.customerId, filter.customerId) : undefined,
    filter.customer ? inArray(runs.customerId, customersLike(storeId, filter.customer)) : undefined,
    filter.from ? gte(runs.dueAt, filter.from) : undefined,
    filter.until ? lt(runs.dueAt, filter.until) : undefined,
    except?.length ? notInArray(runs.id, [...except]) : undefined,
    knownAt ? lte(runs.createdAt, knownAt) : undefined,
  );
}

function customersLike(storeId: string, text: string) {
  const pattern = `%${text.replace(/[\\%_]/g, "\\$&")}%`;
  return db()
    .select({ id: customers.id })
    .from(customers)
    .where(
      and(
        eq(customers.storeId, storeId),
        or(ilike(customers.email, pattern), ilike(customers.name, pattern)),
      ),
    );
}

/** How many wait, counted no further than `most`. */
export async function countWaitingRuns(
  tx: Tx,
  storeId: string,
  which: Which,
  most: number,
): Promise<number> {
  const some = tx
    .select({ one: sql`1` })
    .from(runs)
    .where(waitingWhere(storeId, which))
    .limit(most)
    .as("some");
  const [row] = await tx.select({ count: sql<number>`count(*)`.mapWith(Number) }).from(some);
  return row?.count ?? 0;
}

/** Those that wait, at most so many. */
export async function waitingIds(storeId: string, which: Which, most: number): Promise<string[]> {
  const rows = await db()
    .select({ id: runs.id })
    .from(runs)
    .where(waitingWhere(storeId, which))
    .limit(most);
  return rows.map(({ id }) => id).sort();
}
