import "server-only";
import { and, asc, eq, sql } from "drizzle-orm";
import { newId } from "@/drizzle/columns";
import { customers } from "@/drizzle/schema/events";
import { runs } from "@/drizzle/schema/runs";
import { db, type Tx } from "@/lib/db";
import { type Deed, moment, remembering } from "../steer-queries";
import { isWaiting, type Which, waitingWhere } from "../waiting-queries";
import type { WaitingCursor } from "./input";
import type { Slot } from "./timing";

const anchorMs = sql`(extract(epoch from (${runs.snapshot} ->> 'anchor')::timestamptz) * 1000)::bigint`;
/** Written out: as parameters the same expression would be another each time. */
const slotOf = (ms: number) => sql`${anchorMs} / ${sql.raw(String(ms))}`;

const waitingOf = (storeId: string, automationId: string) =>
  and(eq(runs.storeId, storeId), eq(runs.automationId, automationId), isWaiting);

/** Not begun yet, and not started again by hand: only these have a moment that can be moved. */
const movable = (trigger: string) =>
  sql<boolean>`(${runs.startedAt} is null and ${runs.wakeAt} = ${runs.dueAt} and ${runs.snapshot} ->> 'trigger' = ${trigger})`;

/** How many wait, and by which versions. */
export async function countTouched(storeId: string, automationId: string) {
  const version = sql<number>`(${runs.snapshot} -> 'automation' ->> 'version')::int`;
  const rows = await db()
    .select({ version, count: sql<number>`count(*)`.mapWith(Number) })
    .from(runs)
    .where(waitingOf(storeId, automationId))
    .groupBy(version)
    .orderBy(version);
  const waiting = rows.reduce((sum, { count }) => sum + count, 0);
  return { waiting, versions: rows.map((row) => row.version) };
}

/** How many could be moved, and of these how many count from `latest` or before. */
export async function countMovable(
  storeId: string,
  automationId: string,
  { trigger, latest }: { trigger: string; latest: Date },
) {
  const past = sql`${runs.snapshot} ->> 'anchor' <= ${latest.toISOString()}`;
  const [row] = await db()
    .select({
      movable: sql<number>`count(*)`.mapWith(Number),
      past: sql<number>`count(*) filter (where ${past})`.mapWith(Number),
    })
    .from(runs)
    .where(and(waitingOf(storeId, automationId), movable(trigger)));
  return row ?? { movable: 0, past: 0 };
}

/** Those who wait, the soonest first, from after `after`. */
export async function listTouched(
  storeId: string,
  automationId: string,
  { trigger, after, limit }: { trigger: string; after?: WaitingCursor; limit: number },
) {
  const page = db()
    .select({
      runId: runs.id,
      customerId: runs.customerId,
      dueAt: runs.dueAt,
      anchor: sql<string>`${runs.snapshot} ->> 'anchor'`.as("anchor"),
      movable: movable(trigger).as("movable"),
    })
    .from(runs)
    .where(
      and(
        waitingOf(storeId, automationId),
        after && sql`(${runs.dueAt}, ${runs.id}) > (${after.dueAt.toISOString()}, ${after.runId})`,
      ),
    )
    // Nulls where the index keeps them, or it is not used.
    .orderBy(sql`${runs.dueAt} asc nulls last`, sql`${runs.id} asc nulls last`)
    .limit(limit)
    .as("page");
  return await db()
    .select({
      runId: page.runId,
      dueAt: page.dueAt,
      anchor: page.anchor,
      movable: page.movable,
      name: customers.name,
      email: customers.email,
    })
    .from(page)
    .innerJoin(customers, and(eq(customers.storeId, storeId), eq(customers.id, page.customerId)))
    .orderBy(asc(page.dueAt), asc(page.runId));
}

/** The slots of `ms` in which the movable ones begin to count, numbered since 1970. */
export async function slotsOfTouched(
  tx: Tx,
  storeId: string,
  which: Which,
  { trigger, ms }: { trigger: string; ms: number },
): Promise<number[]> {
  const rows = await tx
    .selectDistinct({ slot: slotOf(ms).mapWith(Number) })
    .from(runs)
    .where(and(waitingWhere(storeId, which), movable(trigger)));
  return rows.map((row) => row.slot as number);
}

export type Move = {
  trigger: string;
  slots: readonly Slot[];
  /** Length of a slot. */
  ms: number;
  /** Whether those are skipped that can't come before their event any more. */
  mustPrecede: boolean;
  /** What their snapshots say of the new timing. */
  timing: object;
  version: number;
};

/** Moves all of them that still wait, in one statement, and remembers it. What is past comes at once. */
export async function moveTouched(
  tx: Tx,
  storeId: string,
  which: Which,
  { trigger, slots, ms, mustPrecede, timing, version }: Move,
  { userId, at: time, id = newId("ste") }: Deed,
) {
  const at = moment(time);
  const meant = sql`to_timestamp((s.meant + ${anchorMs} % ${sql.raw(String(ms))}) / 1000.0)`;
  const opens = sql`coalesce(to_timestamp(s.opens / 1000.0), greatest(${meant}, ${at}))`;
  const precedes = sql`${mustPrecede}::boolean`;
  const reason = sql`case when ${precedes} and ${meant} < ${at} then 'momentPast'
    when ${precedes} and ${opens} >= to_timestamp(${anchorMs} / 1000.0) then 'windowAfterEnd' end`;
  // It takes the conditions below for rarer than they are, and would go through all slots for each run.
  await tx.execute(sql`set local enable_nestloop = off`);
  const [row] = await tx.execute<{ moved: string; at_once: string; skipped: string }>(sql`
    with chosen as materialized (
      select ${runs.id} as id, ${runs.dueAt} as due_at, ${runs.wakeAt} as wake_at, ${reason} as reason,
        case when ${reason} = 'momentPast' then ${meant} else ${opens} end as moved_to,
        ${timedBy} as timed_by
      from ${runs} join json_to_recordset(${JSON.stringify(slots)}::json) as s(slot bigint, meant bigint, opens bigint)
        on s.slot = ${slotOf(ms)}
      where ${and(waitingWhere(storeId, which), movable(trigger))}
      order by ${runs.id} for no key update of ${runs}
    ), ${remembering(storeId, "edit", { userId, at: time, id })}, moved as (
      update ${runs} set
        due_at = chosen.moved_to,
        wake_at = case when chosen.reason is null then chosen.moved_to end,
        status = case when chosen.reason is null then 'waiting' else 'skipped' end,
        reason = chosen.reason,
        finished_at = case when chosen.reason is not null then ${at} end,
        snapshot = ${runs.snapshot} || ${JSON.stringify({ ...timing, moved: { version } })}::jsonb
      from chosen where ${runs.storeId} = ${storeId} and ${runs.id} = chosen.id
    )
    select count(*) filter (where reason is null) as moved,
      count(*) filter (where reason is null and moved_to <= ${at}) as at_once,
      count(*) filter (where reason is not null) as skipped from chosen`);
  await tx.execute(sql`set local enable_nestloop = on`);
  return {
    id,
    moved: Number(row?.moved ?? 0),
    atOnce: Number(row?.at_once ?? 0),
    skipped: Number(row?.skipped ?? 0),
  };
}

/** The number of the version whose timing a run has: its own, or that of the edit that moved it last. */
const timedBy = sql`coalesce(${runs.snapshot} -> 'moved' ->> 'version', ${runs.snapshot} -> 'automation' ->> 'version')::int`;
