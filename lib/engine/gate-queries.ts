import type { Gates } from "./fan-out";
import type { Lease } from "./intake-queries";
import { asTexts, type Tx } from "./sql";

/** System-wide: limits hold for a function and key, whatever store they serve. */

export type GateRow = { key: string; tat: number | null; used: number };

export type ParkedJob = {
  id: string;
  parked: string;
  runId: string;
  functionId: string;
  gates: Gates;
  started: boolean;
};

/** Locks gates in one order, so that two engines can't lock each other out, and counts the places taken. */
export async function lockGates(sql: Tx, keys: readonly string[], at: Date): Promise<GateRow[]> {
  const [rows, counts] = await Promise.all([
    sql<{ key: string; tat: number | null }[]>`
      insert into engine.gates as held (key, used_at)
      select key, ${at} from unnest(${keys as string[]}::text[]) as k (key) order by key
      on conflict (key) do update set used_at = ${at}
      returning key, tat`,
    sql<{ key: string; used: number }[]>`
      select key, count(*)::int as used from engine.slots
      where key = any (${keys as string[]}::text[]) group by key`,
  ]);
  const used = new Map(counts.map((row) => [row.key, row.used]));
  return rows.map((row) => ({ ...row, used: used.get(row.key) ?? 0 }));
}

/** The jobs longest due at each gate, up to `limit` a gate: a run that has begun goes behind those that have not. */
export async function parkedAt(
  sql: Tx,
  keys: readonly string[],
  limit: number,
): Promise<ParkedJob[]> {
  const rows = await sql<ParkedJob[]>`
    select j.id, j.parked, r.id as "runId", r.function_id as "functionId", r.gates::json as gates,
      r.started_at is not null as started
    from unnest(${keys as string[]}::text[]) as k (key)
    cross join lateral (
      select id, run_id, parked, due from engine.jobs
      where parked = k.key order by due, id limit ${limit}
    ) j join engine.runs r on r.id = j.run_id
    order by j.due, j.id`;
  return [...rows];
}

/** Which of these jobs are still parked where they were, now that their gates are locked. */
export async function stillParked(sql: Tx, jobs: readonly ParkedJob[]): Promise<Set<string>> {
  if (jobs.length === 0) return new Set();
  const rows = await sql<{ id: string }[]>`
    select j.id from engine.jobs j
    join unnest(${jobs.map(({ id }) => id)}::bigint[], ${jobs.map(({ parked }) => parked)}::text[])
      as p (id, parked) on p.id = j.id and p.parked = j.parked`;
  return new Set(rows.map(({ id }) => id));
}

/** Which gates have a line. */
export async function gatesWithLine(sql: Tx, keys: readonly string[]): Promise<Set<string>> {
  const rows = await sql<{ key: string }[]>`
    select key from unnest(${keys as string[]}::text[]) as k (key)
    where exists (select from engine.jobs where parked = k.key)`;
  return new Set(rows.map(({ key }) => key));
}

export type GateChange = {
  at: Date;
  lease: Lease;
  admitted: readonly { jobId: string; runId: string; slots: readonly string[] }[];
  parked: readonly { jobId: string; key: string }[];
  gates: readonly { key: string; tat: number | null; wakeAt: Date }[];
};

/** Writes who passed and who waits where; gives the jobs that did pass. Passing a throttle is a run's start. */
export async function recordGates(sql: Tx, change: GateChange): Promise<Set<string>> {
  const { at, lease, admitted, parked, gates } = change;
  const slots = admitted.flatMap(({ jobId, slots: keys }) => keys.map((key) => ({ jobId, key })));
  const passing = admitted.map(({ jobId }) => jobId);
  const stopping = parked.map(({ jobId }) => jobId);
  // Runs before jobs and both by their ids, as everywhere. A job that was cancelled or taken over meanwhile is left alone.
  const [, , passed] = await Promise.all([
    sql`update engine.runs set started_at = ${at} where id = any (array(
      select id from engine.runs where started_at is null
        and id = any (${admitted.map(({ runId }) => runId)}::text[])
      order by id for no key update))`,
    sql`select from engine.jobs where id = any (${[...passing, ...stopping]}::bigint[])
      order by id for no key update`,
    sql<{ id: string }[]>`
      update engine.jobs set parked = null, owner = ${lease.owner}, lease_until = ${lease.until}
      where id = any (${passing}::bigint[]) and (owner = ${lease.owner} or parked is not null)
      returning id`,
    sql`insert into engine.slots (job_id, key)
      select s.* from unnest(${slots.map(({ jobId }) => jobId)}::bigint[],
        ${slots.map(({ key }) => key)}::text[]) as s (job_id, key)
      join engine.jobs j on j.id = s.job_id and j.owner = ${lease.owner} on conflict do nothing`,
    sql`update engine.jobs j set parked = p.key, owner = null, lease_until = null
      from unnest(${stopping}::bigint[],
        ${parked.map(({ key }) => key)}::text[]) as p (id, key)
      where j.id = p.id and (j.owner = ${lease.owner} or j.parked is not null)`,
    sql`update engine.gates g set tat = n.tat, wake_at = case
        when exists (select from engine.jobs where parked = n.key) then n.wake_at end
      from unnest(${gates.map(({ key }) => key)}::text[], ${gates.map(({ tat }) => tat)}::float8[],
        ${asTexts(gates.map(({ wakeAt }) => wakeAt))}::timestamptz[]) as n (key, tat, wake_at)
      where g.key = n.key`,
  ]);
  return new Set(passed.map(({ id }) => id));
}

/** Gives back the places of jobs that come to the gates anew: a job taken over from a dead engine may hold some. */
export async function freeSlots(sql: Tx, jobs: readonly { id: string }[]): Promise<void> {
  await sql`delete from engine.slots where job_id = any (${jobs.map(({ id }) => id)}::bigint[])`;
}

/** Gates whose line may move by now, and when the next one may. */
export async function dueGates(sql: Tx, at: Date): Promise<{ keys: string[]; next: Date | null }> {
  const rows = await sql<{ key: string; wakeAt: Date }[]>`
    select key, wake_at as "wakeAt" from engine.gates
    where wake_at is not null order by wake_at limit 100`;
  return {
    keys: rows.filter(({ wakeAt }) => wakeAt <= at).map(({ key }) => key),
    next: rows.find(({ wakeAt }) => wakeAt > at)?.wakeAt ?? null,
  };
}
