import { and, eq, gt, gte, isNull, ne, type SQL, sql } from "drizzle-orm";
import { automations, versions } from "@/drizzle/schema/automations";
import { accessChanges, accesses } from "@/drizzle/schema/events";
import { runs } from "@/drizzle/schema/runs";
import { steeringParts, steerings } from "@/drizzle/schema/steering";
import { db, type Tx } from "@/lib/db";
import { END_TRIGGERS } from "@/lib/triggers/key";
import { moment, ownPart, type Steering } from "./steer-queries";

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

/**
 * A run as it is, and the earliest deed done since `since` that can still be undone: in one statement,
 * or it might be undone between the one look and the other.
 */
export async function runAndSteering(storeId: string, runId: string, since: Date) {
  const steered = db()
    .select({ at: sql`min(${steerings.at})` })
    .from(steerings)
    .where(
      and(
        eq(steerings.storeId, storeId),
        gte(steerings.at, since),
        ne(steerings.kind, "start"),
        isNull(steerings.undoneAt),
      ),
    );
  const [row] = await db()
    .select({
      status: runs.status,
      wakeAt: runs.wakeAt,
      steeredAt: sql`(${steered})`.mapWith(runs.dueAt) as SQL<Date | null>,
    })
    .from(runs)
    .where(and(eq(runs.storeId, storeId), eq(runs.id, runId)));
  return row;
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

/**
 * Gives back status, moment and, where an edit moved them, timing to those runs of a part that are
 * still as the steering left them.
 */
export async function restorePart(
  tx: Tx,
  storeId: string,
  { id, kind, at }: Pick<Steering, "id" | "kind" | "at">,
  first: string,
  now: Date,
): Promise<void> {
  const timing = kind === "edit" ? sql`, snapshot = ${timingBefore}` : sql``;
  await tx.execute(sql`
    with part as materialized (
      select * from ${steeringParts} p
      where p.store_id = ${storeId} and p.steering_id = ${id} and p.first = ${first}
        and p.undone_at is null
      for no key update
    ), restored as (
      update ${runs} r
      set status = 'waiting', reason = null, finished_at = null, due_at = s.due_at, wake_at = s.wake_at ${timing}
      from part, unnest(part.run_ids, part.due_ats, part.wake_ats, part.moved_to, part.timed_by)
        as s (run_id, due_at, wake_at, moved_to, timed_by)
      where r.store_id = ${storeId} and r.id = s.run_id and ${asLeft(at)}
      returning 1
    )
    update ${steeringParts} p
    set undone_at = ${moment(now)}, restored = (select count(*) from restored)
    from part where p.steering_id = part.steering_id and p.first = part.first`);
}

/**
 * The run `r` is as it was left. As expressions: by an index of what so many share each part would
 * read all that wait instead of its own.
 */
const asLeft = (at: Date) => sql`case r.status
  when 'waiting' then s.moved_to is not null and r.due_at = s.moved_to and r.wake_at = s.moved_to
  when 'cancelled' then s.moved_to is null and r.finished_at = ${moment(at)} and ${stillMeant(at)}
  when 'skipped' then r.due_at = s.moved_to and r.finished_at = ${moment(at)} and ${stillMeant(at)}
  else false
end`;

/** The snapshot of `r` with the timing of the version it had before. */
const timingBefore = sql`(
  select r.snapshot - 'moved' || jsonb_build_object(
      'moment', v.moment, 'late', v.late, 'sendingWindow', v.sending_window
    ) || case when v.id = r.version_id then '{}' else jsonb_build_object(
      'moved', jsonb_build_object('version', v.number)
    ) end
  from ${versions} v
  where v.store_id = r.store_id and v.automation_id = r.automation_id and v.number = s.timed_by
)`;

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
 * Nothing happened since that would have cancelled the run `r`, had it waited: its customer was not
 * erased, its automation not deleted, and the access whose end it waited for has not changed.
 */
const stillMeant = (at: Date) => sql`
  r.snapshot -> 'erased' is null and exists (
    select from ${automations} a
    where a.store_id = r.store_id and a.id = r.automation_id and (a.deleted_at is null or a.deleted_at <= ${moment(at)})
  ) and (
    r.snapshot ->> 'trigger' <> all (${sql.param([...END_TRIGGERS])}::text[]) or not exists (
      select from ${accesses} a join ${accessChanges} c on c.store_id = a.store_id and c.access_id = a.id
      where a.store_id = r.store_id and a.customer_id = r.customer_id and a.product_id = r.product_id
        and c.at > ${moment(at)}
    )
  )`;
