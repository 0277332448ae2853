import { and, eq, gt, gte, isNull, ne, type SQL, sql } from "drizzle-orm";
import { newId } from "@/drizzle/columns";
import { automations } from "@/drizzle/schema/automations";
import { accessChanges, accesses } from "@/drizzle/schema/events";
import { runs } from "@/drizzle/schema/runs";
import { steeredRuns, steerings } from "@/drizzle/schema/steering";
import type { Moment } from "@/lib/automations/moment";
import type { Tx } from "@/lib/db";
import { END_TRIGGERS } from "@/lib/triggers/key";
import { announced } from "./queries";
import { type Which, waitingWhere } from "./waiting-queries";

/** What becomes of runs that wait. */
export type Change =
  /** `reason`: a key of messages/<locale>/activity.json. */
  | { kind: "cancel"; reason: string }
  | { kind: "start" }
  | { kind: "move"; to: Date }
  /** Later by whole days of the store's calendar. */
  | { kind: "move"; days: number; timeZone: string }
  /** To where `moment` puts it, counted anew from its trigger's own moment. */
  | { kind: "move"; moment: Moment | null; timeZone: string };

export type Steering = typeof steerings.$inferSelect;

/**
 * One statement: those that wait are locked, remembered as they are, and changed. What another
 * transaction took meanwhile no longer waits and is left alone. Nothing becomes due before `at`.
 */
export async function steerWaiting(
  tx: Tx,
  storeId: string,
  which: Which,
  change: Change,
  { userId, at }: { userId: string; at: Date },
): Promise<{ id: string; count: number }> {
  const id = newId("ste");
  const cancelled = change.kind === "cancel";
  const due = cancelled
    ? sql`null::timestamptz`
    : sql`greatest(${dueSql(change, at)}, ${moment(at)})`;
  const set = cancelled
    ? sql`status = 'cancelled', reason = ${change.reason}, finished_at = ${moment(at)}, wake_at = null`
    : sql`due_at = chosen.moved_to, wake_at = chosen.moved_to`;
  const [row] = await tx.execute<{ count: number }>(sql`
    with chosen as materialized (
      select ${runs.id} as id, ${runs.dueAt} as due_at, coalesce(${runs.wakeAt}, ${runs.dueAt}) as wake_at, ${due} as moved_to
      from ${runs} where ${waitingWhere(storeId, which)} for no key update
    ), steering as (
      insert into ${steerings} (id, store_id, user_id, kind, count, at)
      select ${id}, ${storeId}, ${userId}, ${change.kind}, count(*), ${moment(at)} from chosen
    ), remembered as (
      insert into ${steeredRuns} (steering_id, store_id, run_id, due_at, wake_at, moved_to)
      select ${id}, ${storeId}, id, due_at, wake_at, moved_to from chosen
    ), changed as (
      update ${runs} set ${set} from chosen where ${runs.id} = chosen.id
    )
    select count(*)::int as count from chosen`);
  return { id, count: row?.count ?? 0 };
}

const moment = (at: Date) => sql`${at.toISOString()}::timestamptz`;

function dueSql(change: Exclude<Change, { kind: "cancel" }>, at: Date): SQL {
  if (change.kind === "start") return moment(at);
  if ("to" in change) return moment(change.to);
  if ("days" in change)
    return inZone(sql`${runs.dueAt}`, sql`make_interval(days => ${change.days})`, change.timeZone);
  const anchor = sql`(${runs.snapshot} ->> 'anchor')::timestamptz`;
  if (!change.moment) return anchor;
  const { side, unit, value } = change.moment;
  const distance = side === "before" ? -value : value;
  const units: Record<Moment["unit"], SQL> = {
    minutes: sql`make_interval(mins => ${distance})`,
    hours: sql`make_interval(hours => ${distance})`,
    days: sql`make_interval(days => ${distance})`,
    weeks: sql`make_interval(weeks => ${distance})`,
  };
  return unit === "days" || unit === "weeks"
    ? inZone(anchor, units[unit], change.timeZone)
    : sql`${anchor} + ${units[unit]}`;
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

/** The latest that may be undone: done since `since`, and not yet undone. */
export async function openSteerings(tx: Tx, storeId: string, since: Date, limit: number) {
  return await tx
    .select()
    .from(steerings)
    .where(
      and(
        eq(steerings.storeId, storeId),
        gte(steerings.at, since),
        gt(steerings.count, 0),
        ne(steerings.kind, "start"),
        isNull(steerings.undoneAt),
      ),
    )
    .orderBy(sql`${steerings.at} desc nulls last`)
    .limit(limit);
}

export async function lockSteering(
  tx: Tx,
  storeId: string,
  steeringId: string,
): Promise<Steering | undefined> {
  const [steering] = await tx
    .select()
    .from(steerings)
    .where(and(eq(steerings.storeId, storeId), eq(steerings.id, steeringId)))
    .for("no key update");
  return steering;
}

/** Gives back status and moment to those runs that are still as the steering left them. Returns how many. */
export async function restoreRuns(
  tx: Tx,
  storeId: string,
  { id, kind, at }: Steering,
  now: Date,
): Promise<number> {
  const untouched =
    kind === "cancel"
      ? sql`r.status = 'cancelled' and r.finished_at = ${moment(at)} and ${stillMeant(at)}`
      : sql`r.status = 'waiting' and r.due_at = s.moved_to and r.wake_at = s.moved_to`;
  const [row] = await tx.execute<{ restored: number }>(sql`
    with restored as (
      update ${runs} r
      set status = 'waiting', reason = null, finished_at = null, due_at = s.due_at, wake_at = s.wake_at
      from ${steeredRuns} s
      where s.steering_id = ${id} and s.store_id = ${storeId}
        and r.store_id = s.store_id and r.id = s.run_id and ${untouched}
      returning 1
    ), noted as (
      update ${steerings} set undone_at = ${moment(now)}, restored = (select count(*) from restored)
      where ${steerings.storeId} = ${storeId} and ${steerings.id} = ${id}
    )
    select count(*)::int as restored from restored`);
  return row?.restored ?? 0;
}

/**
 * Nothing happened meanwhile that would have cancelled the run `r`, had it waited: its automation was
 * not deleted, and the access whose end it waited for has not changed.
 */
const stillMeant = (at: Date) => sql`
  exists (
    select from ${automations} a
    where a.store_id = r.store_id and a.id = r.automation_id and a.deleted_at is null
  ) and (
    r.snapshot ->> 'trigger' <> all (${sql.param([...END_TRIGGERS])}::text[]) or not exists (
      select from ${accesses} a join ${accessChanges} c on c.store_id = a.store_id and c.access_id = a.id
      where a.store_id = r.store_id and a.customer_id = r.customer_id and a.product_id = r.product_id
        and c.at > ${moment(at)}
    )
  )`;

/** The next runs of a steering after `after`, as they are now and as they were before it. */
export async function steeredAfter(
  tx: Tx,
  storeId: string,
  steeringId: string,
  after: string,
  limit: number,
) {
  return await tx
    .select({
      ...announced,
      status: runs.status,
      wokeAt: steeredRuns.wakeAt,
      movedTo: steeredRuns.movedTo,
    })
    .from(steeredRuns)
    .innerJoin(runs, and(eq(runs.storeId, steeredRuns.storeId), eq(runs.id, steeredRuns.runId)))
    .where(
      and(
        eq(steeredRuns.storeId, storeId),
        eq(steeredRuns.steeringId, steeringId),
        gt(steeredRuns.runId, after),
      ),
    )
    .orderBy(steeredRuns.runId)
    .limit(limit);
}
