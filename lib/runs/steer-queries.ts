import { and, eq, gt, type SQL, sql } from "drizzle-orm";
import { newId } from "@/drizzle/columns";
import { runs } from "@/drizzle/schema/runs";
import { steeringParts, steerings } from "@/drizzle/schema/steering";
import type { Tx } from "@/lib/db";
import { announced } from "./queries";
import { type Which, waitingWhere } from "./waiting-queries";

/** What becomes of runs that wait. */
export type Change =
  /** `reason`: a key of messages/<locale>/activity.json. */
  | { kind: "cancel"; reason: string }
  | { kind: "start" }
  | { kind: "move"; to: Date }
  /** Later by whole days of the store's calendar. */
  | { kind: "move"; days: number; timeZone: string };

/** Runs remembered together: their events fit into one send, and the engine takes 5,000. */
export const PART = 1_000;

export type Steering = typeof steerings.$inferSelect;

/** By whom and when; `id`: of the steering that this belongs to, where a deed is done in parts. */
export type Deed = { userId: string; at: Date; id?: string };

export type Steered = { id: string; count: number };

/**
 * One statement: those that wait are locked, remembered as they are, and changed. What another
 * transaction took meanwhile no longer waits and is left alone. Nothing becomes due before `at`.
 */
export async function steerWaiting(
  tx: Tx,
  storeId: string,
  which: Which,
  change: Change,
  { userId, at, id = newId("ste") }: Deed,
): Promise<Steered> {
  const cancelled = change.kind === "cancel";
  const due = cancelled
    ? sql`null::timestamptz`
    : sql`greatest(${dueSql(change, at)}, ${moment(at)})`;
  const set = cancelled
    ? sql`status = 'cancelled', reason = ${change.reason}, finished_at = ${moment(at)}, wake_at = null`
    : sql`due_at = chosen.moved_to, wake_at = chosen.moved_to`;
  const [row] = await tx.execute<{ count: number }>(sql`
    with chosen as materialized (
      select ${runs.id} as id, ${runs.dueAt} as due_at,
        coalesce(${runs.wakeAt}, ${runs.dueAt}) as wake_at, ${due} as moved_to, null::int as timed_by
      from ${runs} where ${waitingWhere(storeId, which)} order by ${runs.id} for no key update
    ), ${remembering(storeId, change.kind, { userId, at, id })}, changed as (
      update ${runs} set ${set} from chosen
      where ${runs.storeId} = ${storeId} and ${runs.id} = chosen.id
    )
    select count(*)::int as count from chosen`);
  return { id, count: row?.count ?? 0 };
}

/**
 * Parts of a statement: what `chosen` says of each run is remembered as a steering: id, due_at, wake_at,
 * moved_to (null: cancelled) and timed_by. What comes soonest stands first, so that it is told first.
 */
export const remembering = (
  storeId: string,
  kind: Steering["kind"],
  { userId, at, id }: Required<Deed>,
) => sql`steering as (
    insert into ${steerings} as known (id, store_id, user_id, kind, count, at)
    select ${id}, ${storeId}, ${userId}, ${kind}, count(*), ${moment(at)} from chosen
    on conflict (id) do update set count = known.count + excluded.count
  ), numbered as (
    select *, coalesce(moved_to, due_at) as next_at,
      (row_number() over (order by coalesce(moved_to, due_at), id) - 1) / ${PART} as part from chosen
  ), remembered as (
    insert into ${steeringParts}
      (steering_id, store_id, first, run_ids, due_ats, wake_ats, moved_to, timed_by)
    select ${id}, ${storeId},
      to_char(min(next_at) at time zone 'UTC', 'YYYYMMDDHH24MISSMS') || ' ' || min(id),
      array_agg(id), array_agg(due_at), array_agg(wake_at), array_agg(moved_to), array_agg(timed_by)
    from numbered group by part
  )`;

export const moment = (at: Date) => sql`${at.toISOString()}::timestamptz`;

function dueSql(change: Exclude<Change, { kind: "cancel" }>, at: Date): SQL {
  if (change.kind === "start") return moment(at);
  if ("to" in change) return moment(change.to);
  return inZone(sql`${runs.dueAt}`, sql`make_interval(days => ${change.days})`, change.timeZone);
}

/**
 * The same time on the zone's clock, so many days on. Of an hour that comes twice the first is meant,
 * as lib/automations/due.ts means it; PostgreSQL alone would take the second.
 */
function inZone(at: SQL, distance: SQL, timeZone: string): SQL {
  const local = sql`((${at}) at time zone ${timeZone} + ${distance})`;
  const there = sql`(${local} at time zone ${timeZone})`;
  const before = sql`(${there} - interval '1 hour')`;
  return sql`case when (${before} at time zone ${timeZone}) = ${local} then ${before} else ${there} end`;
}

export const ownPart = (storeId: string, steeringId: string) =>
  and(eq(steeringParts.storeId, storeId), eq(steeringParts.steeringId, steeringId));

/** The part of a steering that comes next after `after`, the soonest first. */
export async function partAfter(tx: Tx, storeId: string, steeringId: string, after: string) {
  const [part] = await tx
    .select({ first: steeringParts.first, runs: sql<number>`cardinality(${steeringParts.runIds})` })
    .from(steeringParts)
    .where(and(ownPart(storeId, steeringId), gt(steeringParts.first, after)))
    .orderBy(steeringParts.first)
    .limit(1);
  return part;
}

/** So many runs of a part, from the one at place `from` on (0: the first), as they are now; `wokeAt`: before. */
export async function steeredRuns(
  tx: Tx,
  storeId: string,
  { steeringId, first, from }: { steeringId: string; first: string; from: number },
  limit: number,
) {
  const slice = sql.raw(`[${from + 1}:${from + limit}]`);
  return await tx
    .select({
      ...announced,
      status: runs.status,
      finishedAt: runs.finishedAt,
      wokeAt: sql`s.woke_at`.mapWith(runs.dueAt),
    })
    .from(steeringParts)
    .innerJoin(
      sql`unnest(${steeringParts.runIds}${slice}, ${steeringParts.wakeAts}${slice}) as s (run_id, woke_at)`,
      sql`true`,
    )
    .innerJoin(runs, and(eq(runs.id, sql`s.run_id`), eq(runs.storeId, steeringParts.storeId)))
    .where(and(ownPart(storeId, steeringId), eq(steeringParts.first, first)))
    .orderBy(runs.wakeAt);
}
