import "server-only";
import { and, count, eq, gte, inArray, lt, sql } from "drizzle-orm";
import { automations, integrations } from "@/drizzle/schema/automations";
import { products } from "@/drizzle/schema/products";
import { runs } from "@/drizzle/schema/runs";
import { db } from "@/lib/db";
import { RUN_STATUSES, type RunStatus } from "@/lib/runs/status";
import { textArray } from "./stretch-queries";

/** The tool has it, or had it already, or has taken it on. */
export const WELL: readonly RunStatus[] = ["done", "already", "accepted"];
/** What needs the merchant. */
export const ILL: readonly RunStatus[] = ["failed", "unknown"];

const FAILURES_READ = 2000;
const CAUSES_SHOWN = 6;

export type Span = { from: Date; until: Date };

const within = ({ from, until }: Span) => and(gte(runs.dueAt, from), lt(runs.dueAt, until));

/** How many runs due in the span ended how. */
export async function countByStatus(
  storeId: string,
  span: Span,
): Promise<Partial<Record<RunStatus, number>>> {
  const rows = await db()
    .select({ status: runs.status, count: count() })
    .from(runs)
    .where(and(eq(runs.storeId, storeId), inArray(runs.status, [...RUN_STATUSES]), within(span)))
    .groupBy(runs.status);
  return Object.fromEntries(rows.map((row) => [row.status, row.count]));
}

/** When the store's first run was due; undefined: it had none yet. */
export async function firstRunAt(storeId: string): Promise<Date | undefined> {
  // The first of each status stands at the end of its stretch of the index.
  const [first] = await db().execute<{ at: string | null }>(sql`
    select min(due_at) as at from unnest(${textArray(RUN_STATUSES)}) as each (status), lateral (
      select due_at from ${runs} where store_id = ${storeId} and status = each.status
      order by due_at asc nulls first, id asc nulls first limit 1
    ) as first`);
  return first?.at ? new Date(first.at) : undefined;
}

/** How many runs went well in each of the spans. */
export async function countWell(storeId: string, spans: readonly Span[]): Promise<number[]> {
  return await Promise.all(
    spans.map(async (span) => {
      const [row] = await db()
        .select({ count: count() })
        .from(runs)
        .where(and(eq(runs.storeId, storeId), inArray(runs.status, [...WELL]), within(span)));
      return row?.count ?? 0;
    }),
  );
}

export type DayCount = { day: string; well: number; ill: number };

/** For each day of the zone that had any ("2026-11-24"): how many went well, how many did not. */
export async function countByDay(
  storeId: string,
  timeZone: string,
  span: Span,
): Promise<DayCount[]> {
  const day = sql<string>`to_char(${runs.dueAt} at time zone ${sql.raw(quoted(timeZone))}, 'YYYY-MM-DD')`;
  const well = sql.join(
    WELL.map((status) => sql`${status}`),
    sql`, `,
  );
  return await db()
    .select({
      day,
      well: sql<number>`count(*) filter (where ${runs.status} in (${well}))`.mapWith(Number),
      ill: sql<number>`count(*) filter (where ${runs.status} not in (${well}))`.mapWith(Number),
    })
    .from(runs)
    .where(and(eq(runs.storeId, storeId), inArray(runs.status, [...WELL, ...ILL]), within(span)))
    .groupBy(day)
    .orderBy(day);
}

/** A parameter would make two different expressions of the one that is shown and grouped by. */
function quoted(timeZone: string): string {
  if (!/^[\w+\-/]+$/.test(timeZone)) throw new Error(`Not a time zone: ${timeZone}`);
  return `'${timeZone}'`;
}

export type Cause = Awaited<ReturnType<typeof listCauses>>[number];

/** What failed since `from`, grouped by what would mend it: an account's key, or an automation. */
export async function listCauses(storeId: string, from: Date) {
  const recent = db()
    .select()
    .from(runs)
    .where(and(eq(runs.storeId, storeId), inArray(runs.status, [...ILL]), gte(runs.dueAt, from)))
    .orderBy(sql`${runs.dueAt} desc`)
    .limit(FAILURES_READ)
    .as("recent");
  // One key mends all automations of an account, anything else is mended in its automation.
  const place = sql<string>`case when ${recent.fault} = 'auth' then ${recent.integrationId} else ${recent.automationId} end`;
  const causes = db()
    .select({
      status: recent.status,
      fault: recent.fault,
      place: place.as("place"),
      runs: count().as("runs"),
      customers: sql<number>`count(distinct ${recent.customerId})`.mapWith(Number).as("customers"),
      since: sql<Date>`min(${recent.dueAt})`.mapWith(runs.dueAt).as("since"),
      latest: sql<string>`(array_agg(${recent.id} order by ${recent.dueAt} desc))[1]`.as("latest"),
    })
    .from(recent)
    .groupBy(recent.status, recent.fault, sql`3`)
    .orderBy(sql`max(${recent.dueAt}) desc`)
    .limit(CAUSES_SHOWN)
    .as("causes");
  return await db()
    .select({
      status: causes.status,
      fault: causes.fault,
      runs: causes.runs,
      customers: causes.customers,
      since: causes.since,
      words: runs.words,
      snapshot: runs.snapshot,
      automation: {
        id: automations.id,
        name: automations.name,
        deletedAt: automations.deletedAt,
      },
      integration: {
        id: integrations.id,
        name: integrations.name,
        connection: integrations.connection,
        deletedAt: integrations.deletedAt,
      },
    })
    .from(causes)
    .innerJoin(runs, and(eq(runs.storeId, storeId), eq(runs.id, causes.latest)))
    .innerJoin(
      automations,
      and(eq(automations.storeId, storeId), eq(automations.id, runs.automationId)),
    )
    .leftJoin(
      integrations,
      and(eq(integrations.storeId, storeId), eq(integrations.id, runs.integrationId)),
    )
    .orderBy(sql`${runs.dueAt} desc`);
}

/** How far a new store has come on its way to the first run. */
export async function storeProgress(storeId: string) {
  const [row] = await db().execute<
    Record<"product" | "integration" | "automation" | "run", boolean>
  >(
    sql`select
      exists (select from ${products} where store_id = ${storeId} and saved_at is not null) as product,
      exists (select from ${integrations} where store_id = ${storeId} and deleted_at is null) as integration,
      exists (select from ${automations} where store_id = ${storeId} and deleted_at is null) as automation,
      exists (select from ${runs} where store_id = ${storeId}) as run`,
  );
  if (!row) throw new Error("The store's progress could not be read");
  return row;
}
