import type { CancelMatch, PlannedRun, Watch } from "./fan-out";
import { asTexts, type Tx } from "./sql";

/** System-wide, like all SQL of the engine: it serves every store alike and knows none. */

/** Inngest's own window; what must never repeat is guarded by the app's tables. */
const CLAIM_MS = 24 * 3_600_000;

export type Lease = { owner: string; until: Date };

/**
 * Begins the runs whose claims are free, each with its first job, all or nothing. The first `room` of those due
 * are leased to the caller at once. Gives the jobs of the runs that began.
 */
export async function insertRuns(
  sql: Tx,
  runs: readonly PlannedRun[],
  { at, lease, room }: { at: Date; lease: Lease; room: number },
): Promise<{ jobId: string; runId: string; leased: boolean }[]> {
  if (runs.length === 0) return [];
  const claims = runs.flatMap((run) => run.claims.map((key) => ({ run, key })));
  const cancels = runs.flatMap((run) => run.cancels.map((cancel) => ({ run, ...cancel })));
  const due = runs.filter((run) => run.due <= at).slice(0, room);
  const leased = new Set(due.map(({ id }) => id));
  const rows = await sql<{ jobId: string; runId: string; leased: boolean }[]>`
    with planned as (
      select * from unnest(
        ${runs.map(({ id }) => id)}::text[],
        ${runs.map(({ functionId }) => functionId)}::text[],
        ${runs.map(({ eventId }) => eventId)}::text[],
        ${runs.map(({ event }) => event)}::text[],
        ${runs.map(({ gates }) => gates && JSON.stringify(gates))}::text[],
        ${asTexts(runs.map((run) => run.due))}::timestamptz[],
        ${runs.map((run) => run.claims.length)}::int[],
        ${asTexts(runs.map(({ id }) => leased.has(id)))}::boolean[]
      ) as t (id, function_id, event_id, event, gates, due, claims, leased)
    ), claimed as (
      insert into engine.claims as held (function_id, key, run_id, expires_at)
      select *, ${new Date(at.getTime() + CLAIM_MS)}::timestamptz from unnest(
        ${claims.map(({ run }) => run.functionId)}::text[],
        ${claims.map(({ key }) => key)}::text[],
        ${claims.map(({ run }) => run.id)}::text[]
      )
      on conflict (function_id, key) do update
        set run_id = excluded.run_id, expires_at = excluded.expires_at
        where held.expires_at <= ${at}
      returning run_id
    ), counted as (
      select run_id, count(*) as claims from claimed group by run_id
    ), begun as (
      insert into engine.runs (id, function_id, event_id, event, gates, created_at, started_at)
      select id, function_id, event_id, event, gates, ${at},
        case when leased and gates is null then ${at}::timestamptz end
      from planned join counted on run_id = id and counted.claims = planned.claims
      returning id
    ), watched as (
      insert into engine.cancels (run_id, event, path, value, expires_at)
      select c.* from unnest(
        ${cancels.map(({ run }) => run.id)}::text[],
        ${cancels.map(({ event }) => event)}::text[],
        ${cancels.map(({ path }) => path)}::text[],
        ${cancels.map(({ value }) => value)}::text[],
        ${asTexts(cancels.map(({ expiresAt }) => expiresAt))}::timestamptz[]
      ) as c (run_id, event, path, value, expires_at) join begun on begun.id = c.run_id
    )
    insert into engine.jobs (run_id, step_id, due, owner, lease_until)
    select id, 'step', due,
      case when leased then ${lease.owner} end, case when leased then ${lease.until}::timestamptz end
    from planned join begun using (id)
    returning id as "jobId", run_id as "runId", owner is not null as leased`;
  return [...rows];
}

export type CancelledRun = { id: string; functionId: string; event: string };

/**
 * Ends every run that one of the events cancels, with its jobs. As everywhere in the engine, runs are
 * locked before jobs and both by their ids: whoever holds some waits only for what comes behind them. `request` are the ids of all events that came together:
 * a run does not end by the event that began it, nor by one that stood before that event in the same request.
 */
export async function cancelRuns(
  sql: Tx,
  matches: readonly CancelMatch[],
  { at, request }: { at: Date; request: readonly string[] },
): Promise<CancelledRun[]> {
  if (matches.length === 0) return [];
  const rows = await sql<CancelledRun[]>`
    with hit as materialized (
      select distinct c.run_id from engine.cancels c join unnest(
        ${matches.map(({ event }) => event)}::text[],
        ${matches.map(({ path }) => path)}::text[],
        ${matches.map(({ value }) => value)}::text[],
        ${matches.map(({ eventId }) => eventId)}::text[]
      ) as e (event, path, value, id) using (event, path, value)
      join engine.runs r on r.id = c.run_id
      where c.expires_at > ${at}
        and (r.event_id <> all (${request as string[]}::text[]) or r.event_id < e.id)
    ), held as materialized (
      select r.id from engine.runs r join hit on hit.run_id = r.id
      where r.ended_at is null order by r.id for no key update of r
    ), held_jobs as materialized (
      select j.id from engine.jobs j join held on held.id = j.run_id order by j.id for update of j
    ), ended as (
      update engine.runs r set outcome = 'Cancelled', ended_at = ${at}
      from held where r.id = held.id
      returning r.id, function_id as "functionId", event
    ), jobs as (
      delete from engine.jobs j using held_jobs where j.id = held_jobs.id
    ), cancels as (
      delete from engine.cancels using ended where run_id = ended.id
    )
    select * from ended`;
  return [...rows];
}

/** Ends one run on request; null where it is unknown or has ended. */
export async function cancelRun(sql: Tx, runId: string, at: Date): Promise<CancelledRun | null> {
  const [row] = await sql<CancelledRun[]>`
    with ended as (
      update engine.runs set outcome = 'Cancelled', ended_at = ${at}
      where id = ${runId} and ended_at is null
      returning id, function_id as "functionId", event
    ), jobs as (
      delete from engine.jobs using ended where run_id = ended.id
    ), cancels as (
      delete from engine.cancels using ended where run_id = ended.id
    )
    select * from ended`;
  return row ?? null;
}

/** Which event names and paths the runs in the table watch: their functions may have changed since. */
export async function watches(sql: Tx): Promise<Watch[]> {
  return [...(await sql<Watch[]>`select distinct event, path from engine.cancels`)];
}
