import { and, eq, gt, gte, isNull, ne, type SQL, sql } from "drizzle-orm";
import { newId } from "@/drizzle/columns";
import { automations } from "@/drizzle/schema/automations";
import { accessChanges, accesses } from "@/drizzle/schema/events";
import { runs } from "@/drizzle/schema/runs";
import { steeringParts, steerings } from "@/drizzle/schema/steering";
import { db, type Tx } from "@/lib/db";
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
  | { kind: "move"; days: number; timeZone: string };

/** Runs remembered together: their two events each fit into one send, and the engine takes 5,000. */
export const PART = 1_000;

export type Steering = typeof steerings.$inferSelect;

/**
 * One statement: those that wait are locked, remembered as they are, and changed. What another
 * transaction took meanwhile no longer waits and is left alone. Nothing becomes due before `at`.
 * `id`: of the steering that this belongs to, where a deed is done in parts.
 */
export async function steerWaiting(
  tx: Tx,
  storeId: string,
  which: Which,
  change: Change,
  { userId, at, id = newId("ste") }: { userId: string; at: Date; id?: string },
): Promise<{ id: string; count: number }> {
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
        coalesce(${runs.wakeAt}, ${runs.dueAt}) as wake_at, ${due} as moved_to
      from ${runs} where ${waitingWhere(storeId, which)} order by ${runs.id} for no key update
    ), steering as (
      insert into ${steerings} as known (id, store_id, user_id, kind, count, at)
      select ${id}, ${storeId}, ${userId}, ${change.kind}, count(*), ${moment(at)} from chosen
      on conflict (id) do update set count = known.count + excluded.count
    ), numbered as (
      select *, (row_number() over (order by id) - 1) / ${PART} as part from chosen
    ), remembered as (
      insert into ${steeringParts}
        (steering_id, store_id, first, run_ids, due_ats, wake_ats, moved_to)
      select ${id}, ${storeId}, min(id), array_agg(id order by id), array_agg(due_at order by id),
        array_agg(wake_at order by id), array_agg(moved_to order by id)
      from numbered group by part
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

export async function getSteering(
  storeId: string,
  steeringId: string,
): Promise<Steering | undefined> {
  const [steering] = await db()
    .select()
    .from(steerings)
    .where(and(eq(steerings.storeId, storeId), eq(steerings.id, steeringId)));
  return steering;
}

/** The names of the parts that are not undone yet. */
export async function openParts(tx: Tx, storeId: string, steeringId: string): Promise<string[]> {
  const parts = await tx
    .select({ first: steeringParts.first })
    .from(steeringParts)
    .where(and(ownPart(storeId, steeringId), isNull(steeringParts.undoneAt)))
    .orderBy(steeringParts.first);
  return parts.map(({ first }) => first);
}

const ownPart = (storeId: string, steeringId: string) =>
  and(eq(steeringParts.storeId, storeId), eq(steeringParts.steeringId, steeringId));

/** Gives back status and moment to those runs of a part that are still as the steering left them. */
export async function restorePart(
  tx: Tx,
  storeId: string,
  { id, kind, at }: Pick<Steering, "id" | "kind" | "at">,
  first: string,
  now: Date,
): Promise<void> {
  const untouched =
    kind === "cancel"
      ? sql`r.status = 'cancelled' and r.finished_at = ${moment(at)} and ${stillMeant(at)}`
      : sql`r.status = 'waiting' and r.due_at = s.moved_to and r.wake_at = s.moved_to`;
  await tx.execute(sql`
    with part as materialized (
      select * from ${steeringParts} p
      where p.store_id = ${storeId} and p.steering_id = ${id} and p.first = ${first}
        and p.undone_at is null
      for no key update
    ), restored as (
      update ${runs} r
      set status = 'waiting', reason = null, finished_at = null, due_at = s.due_at, wake_at = s.wake_at
      from part, unnest(part.run_ids, part.due_ats, part.wake_ats, part.moved_to)
        as s (run_id, due_at, wake_at, moved_to)
      where r.id = s.run_id and r.store_id = part.store_id and ${untouched}
      returning 1
    )
    update ${steeringParts} p
    set undone_at = ${moment(now)}, restored = (select count(*) from restored)
    from part where p.steering_id = part.steering_id and p.first = part.first`);
}

/** Notes that all parts are undone. Returns how many runs have their moment back. */
export async function noteUndone(
  tx: Tx,
  storeId: string,
  steeringId: string,
  at: Date,
): Promise<number> {
  const restored = tx
    .select({ sum: sql`coalesce(sum(${steeringParts.restored}), 0)` })
    .from(steeringParts)
    .where(ownPart(storeId, steeringId));
  const [row] = await tx
    .update(steerings)
    .set({ undoneAt: at, restored: sql`(${restored})` })
    .where(and(eq(steerings.storeId, storeId), eq(steerings.id, steeringId)))
    .returning({ restored: steerings.restored });
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

/** The runs of the part that comes next after `after`, as they are now and as they were before. */
export async function steeredAfter(tx: Tx, storeId: string, steeringId: string, after: string) {
  const part = tx
    .select()
    .from(steeringParts)
    .where(and(ownPart(storeId, steeringId), gt(steeringParts.first, after)))
    .orderBy(steeringParts.first)
    .limit(1)
    .as("part");
  return await tx
    .select({
      ...announced,
      status: runs.status,
      part: part.first,
      wokeAt: sql`s.woke_at`.mapWith(runs.dueAt),
      movedTo: sql`s.moved_to`.mapWith(runs.dueAt) as SQL<Date | null>,
    })
    .from(part)
    .innerJoin(
      sql`unnest(${part.runIds}, ${part.wakeAts}, ${part.movedTo}) as s (run_id, woke_at, moved_to)`,
      sql`true`,
    )
    .innerJoin(runs, and(eq(runs.id, sql`s.run_id`), eq(runs.storeId, part.storeId)));
}
