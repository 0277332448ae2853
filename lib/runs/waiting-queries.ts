import { and, eq, gte, inArray, lt, lte, notInArray, type SQL, sql } from "drizzle-orm";
import { automations } from "@/drizzle/schema/automations";
import { customers } from "@/drizzle/schema/events";
import { runs } from "@/drizzle/schema/runs";
import { isNamed } from "@/lib/access/named-queries";
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
  | { ids: readonly string[]; automationId?: string }
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
  if ("ids" in which)
    return and(
      own,
      inArray(runs.id, [...which.ids]),
      which.automationId ? eq(runs.automationId, which.automationId) : undefined,
    );
  const { filter, except, knownAt } = which;
  return and(
    own,
    filter.automationId ? eq(runs.automationId, filter.automationId) : undefined,
    filter.productId
      ? inArray(runs.automationId, automationsOf(storeId, filter.productId))
      : undefined,
    filter.customerId ? eq(runs.customerId, filter.customerId) : undefined,
    filter.customer ? inArray(runs.customerId, customersLike(storeId, filter.customer)) : undefined,
    filter.from ? gte(runs.dueAt, filter.from) : undefined,
    filter.until ? lt(runs.dueAt, filter.until) : undefined,
    except?.length ? notInArray(runs.id, [...except]) : undefined,
    knownAt ? lte(runs.createdAt, knownAt) : undefined,
  );
}

/** All that ever were, since runs of a deleted one may wait, too. None changes its product. */
const automationsOf = (storeId: string, productId: string) =>
  db()
    .select({ id: automations.id })
    .from(automations)
    .where(and(eq(automations.storeId, storeId), eq(automations.productId, productId)));

const customersLike = (storeId: string, text: string) =>
  db()
    .select({ id: customers.id })
    .from(customers)
    .where(and(eq(customers.storeId, storeId), isNamed(text)));

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

/** Those that wait, the soonest first, at most so many. */
export async function waitingIds(storeId: string, which: Which, most: number): Promise<string[]> {
  const rows = await db()
    .select({ id: runs.id })
    .from(runs)
    .where(waitingWhere(storeId, which))
    .orderBy(sql`${runs.dueAt} asc nulls first`, sql`${runs.id} asc nulls first`)
    .limit(most);
  return rows.map(({ id }) => id);
}

/** When the first and the last of all that wait are due. */
export async function waitingSpan(
  storeId: string,
): Promise<{ first: Date; last: Date } | undefined> {
  const [row] = await db().execute<{ first: string | null; last: string | null }>(sql`
    select (
      select due_at from ${runs} where store_id = ${storeId} and status = 'waiting'
      order by due_at nulls first, id nulls first limit 1
    ) as first, (
      select due_at from ${runs} where store_id = ${storeId} and status = 'waiting'
      order by due_at desc nulls last, id desc nulls last limit 1
    ) as last`);
  return row?.first && row.last
    ? { first: new Date(row.first), last: new Date(row.last) }
    : undefined;
}

/**
 * How many wait on each of some days that follow one another, counted no further than `most` a day.
 * `bounds`: when each begins, and when the last one ends.
 */
export async function countByDay(
  storeId: string,
  filter: Omit<WaitingFilter, "from" | "until">,
  bounds: readonly Date[],
  most: number,
): Promise<number[]> {
  const rows = await db().execute<{ count: number }>(sql`
    select counted.count from unnest(
      ${moments(bounds.slice(0, -1))}, ${moments(bounds.slice(1))}
    ) with ordinality as day (start, next, number), lateral (
      select count(*)::int as count from (
        select 1 from ${runs}
        where ${waitingWhere(storeId, { filter })} and due_at >= day.start and due_at < day.next
        limit ${most}
      ) as few
    ) counted order by day.number`);
  return rows.map(({ count }) => count);
}

const moments = (dates: readonly Date[]) =>
  sql`array[${sql.join(
    dates.map((date) => sql`${date.toISOString()}`),
    sql`, `,
  )}]::timestamptz[]`;
