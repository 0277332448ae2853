import "server-only";
import { and, eq, gte, inArray, lt, lte, type SQL, sql } from "drizzle-orm";
import { integrations } from "@/drizzle/schema/automations";
import { customers } from "@/drizzle/schema/events";
import { runs } from "@/drizzle/schema/runs";
import { isNamed } from "@/lib/access/named-queries";
import { now } from "@/lib/clock";
import { db } from "@/lib/db";
import { RUN_STATUSES, type RunStatus } from "@/lib/runs/status";
import type { Cursor } from "./input";
import { firstIds, inOrder, type Stretches, textArray } from "./stretch-queries";

export const RUNS_PER_PAGE = 50;
/** A search that more people match is too wide to be read anyway. */
const CUSTOMERS_SOUGHT = 200;
/** Of one order; a test that is sent under one number over and over has more. */
const RUNS_OF_EVENTS = 300;
/** Counted no further: the page then says "ponad 10 000". */
export const COUNTED_AT_MOST = 10_000;

export type RunFilter = {
  status?: RunStatus | readonly RunStatus[];
  productId?: string;
  automationId?: string;
  integrationId?: string;
  customerId?: string;
  /** Part of an e-mail address or name. */
  customer?: string;
  from?: Date;
  /** Not included. */
  until?: Date;
  /** Ended then or later. */
  endedSince?: Date;
};

const listed = {
  id: runs.id,
  status: runs.status,
  fault: runs.fault,
  reason: runs.reason,
  isSample: runs.isSample,
  dueAt: runs.dueAt,
  wakeAt: runs.wakeAt,
  startedAt: runs.startedAt,
  finishedAt: runs.finishedAt,
  snapshot: runs.snapshot,
  automationId: runs.automationId,
  eventId: runs.eventId,
  customer: { id: customers.id, name: customers.name, email: customers.email },
  integration: { id: integrations.id, name: integrations.name },
};

function selectRuns() {
  return db()
    .select(listed)
    .from(runs)
    .innerJoin(
      customers,
      and(eq(customers.storeId, runs.storeId), eq(customers.id, runs.customerId)),
    )
    .leftJoin(
      integrations,
      and(eq(integrations.storeId, runs.storeId), eq(integrations.id, runs.integrationId)),
    );
}

export type ListedRun = Awaited<ReturnType<typeof nextRuns>>[number];
export type RunPage = { rows: ListedRun[]; newer?: ListedRun; older?: ListedRun };

/**
 * One page of runs. What waits comes soonest first, everything else latest first; without a status
 * only what is due already. `newer` and `older` are the runs at whose other side more follow.
 */
export async function listRuns(
  storeId: string,
  filter: RunFilter,
  place: { older?: Cursor; newer?: Cursor } = {},
): Promise<RunPage> {
  const soonestFirst = filter.status === "waiting";
  // "Newer" is the way up the list, whichever way time runs in it.
  const upwards = place.newer !== undefined;
  const ascending = soonestFirst !== upwards;
  const rows = await firstRuns(storeId, filter, {
    ...{ ascending, limit: RUNS_PER_PAGE + 1 },
    beyond: beyond(place.newer ?? place.older, ascending),
  });
  const more = rows.length > RUNS_PER_PAGE;
  const page = rows.slice(0, RUNS_PER_PAGE);
  if (upwards) page.reverse();
  return {
    rows: page,
    newer: (upwards ? more : place.older) ? page[0] : undefined,
    older: (upwards ? true : more) ? page.at(-1) : undefined,
  };
}

/** The latest runs that a filter finds, not by pages. */
export async function latestRuns(
  storeId: string,
  filter: RunFilter,
  limit: number,
): Promise<ListedRun[]> {
  return await firstRuns(storeId, filter, { ascending: false, limit });
}

async function firstRuns(
  storeId: string,
  filter: RunFilter,
  { ascending, limit, beyond }: { ascending: boolean; limit: number; beyond?: SQL },
): Promise<ListedRun[]> {
  const { status, automationId, productId, customerId, customer } = filter;
  const sought = customer ? await soughtCustomers(storeId, customer) : undefined;
  const within: Stretches = {
    ...{ statuses: status && [status].flat(), automationId, productId },
    customerIds: customerId ? [customerId] : sought,
  };
  const where = and(
    ...conditionsOf(storeId, filter),
    customerId && sought ? inArray(runs.customerId, sought) : undefined,
    beyond,
  );
  const ids = firstIds(storeId, within, { where, ascending, limit });
  return await selectRuns()
    .where(and(eq(runs.storeId, storeId), sql`${runs.id} in ${ids}`))
    .orderBy(...inOrder(ascending, runs.dueAt, runs.id));
}

function beyond(place: Cursor | undefined, ascending: boolean): SQL | undefined {
  if (!place) return undefined;
  const at = sql`(${place.dueAt.toISOString()}::timestamptz, ${place.id})`;
  const here = sql`(${runs.dueAt}, ${runs.id})`;
  return ascending ? sql`${here} > ${at}` : sql`${here} < ${at}`;
}

function conditionsOf(storeId: string, filter: RunFilter): (SQL | undefined)[] {
  const { status, productId, automationId, integrationId, from, until, endedSince } = filter;
  return [
    eq(runs.storeId, storeId),
    status ? undefined : lte(runs.dueAt, now()),
    productId ? eq(runs.productId, productId) : undefined,
    automationId ? eq(runs.automationId, automationId) : undefined,
    integrationId ? eq(runs.integrationId, integrationId) : undefined,
    from ? gte(runs.dueAt, from) : undefined,
    until ? lt(runs.dueAt, until) : undefined,
    endedSince ? gte(runs.finishedAt, endedSince) : undefined,
  ];
}

async function soughtCustomers(storeId: string, text: string): Promise<string[]> {
  const found = await db()
    .select({ id: customers.id })
    .from(customers)
    .where(and(eq(customers.storeId, storeId), isNamed(text)))
    .limit(CUSTOMERS_SOUGHT);
  return found.map(({ id }) => id);
}

/** The runs that came of those events, the earliest due first, by the event's id. */
export async function runsOfEvents(
  storeId: string,
  eventIds: readonly string[],
): Promise<Map<string, ListedRun[]>> {
  const rows = await selectRuns()
    .where(and(eq(runs.storeId, storeId), inArray(runs.eventId, [...eventIds])))
    .orderBy(runs.dueAt, runs.id)
    .limit(RUNS_OF_EVENTS);
  const found = new Map<string, ListedRun[]>();
  for (const run of rows) found.set(run.eventId, [...(found.get(run.eventId) ?? []), run]);
  return found;
}

/** What comes next, over all automations. */
export async function nextRuns(storeId: string, limit: number) {
  return await selectRuns()
    .where(and(eq(runs.storeId, storeId), eq(runs.status, "waiting")))
    .orderBy(...inOrder(true, runs.dueAt, runs.id))
    .limit(limit);
}

/** How many runs wait: in the store, or by an automation. Counted up to COUNTED_AT_MOST. */
export async function countWaiting(storeId: string, automationId?: string): Promise<number> {
  const some = db()
    .select({ one: sql`1` })
    .from(runs)
    .where(
      and(
        eq(runs.storeId, storeId),
        eq(runs.status, "waiting"),
        automationId ? eq(runs.automationId, automationId) : undefined,
      ),
    )
    .limit(COUNTED_AT_MOST)
    .as("some");
  const [row] = await db()
    .select({ count: sql<number>`count(*)`.mapWith(Number) })
    .from(some);
  return row?.count ?? 0;
}

export type RunFacts = { nextAt?: Date; last?: { status: RunStatus; dueAt: Date } };

/** Of each automation, when it runs next and how its latest run went. */
export async function runFacts(
  storeId: string,
  automationIds: readonly string[],
): Promise<Map<string, RunFacts>> {
  const at = now().toISOString();
  const rows = await db().execute<{
    id: string;
    next_at: string | null;
    last_status: RunStatus | null;
    last_due_at: string | null;
  }>(sql`
    select asked.id, coming.due_at as next_at, past.status as last_status, past.due_at as last_due_at
    from unnest(${textArray(automationIds)}) as asked (id)
    left join lateral (
      select due_at from ${runs}
      where store_id = ${storeId} and automation_id = asked.id and due_at > ${at} and status = 'waiting'
      order by due_at nulls first, id nulls first limit 1
    ) coming on true
    left join lateral (
      select latest.* from unnest(${textArray(RUN_STATUSES)}) as ended (status), lateral (
        select id, status, due_at from ${runs}
        where store_id = ${storeId} and automation_id = asked.id and status = ended.status
          and due_at <= ${at}
        order by due_at desc nulls last, id desc nulls last limit 1
      ) as latest
      order by due_at desc, id desc limit 1
    ) past on true`);
  return new Map(
    rows.map((row) => [
      row.id,
      {
        nextAt: row.next_at ? new Date(row.next_at) : undefined,
        last:
          row.last_status && row.last_due_at
            ? { status: row.last_status, dueAt: new Date(row.last_due_at) }
            : undefined,
      },
    ]),
  );
}
