import type { Gates } from "./fan-out";
import type { Lease } from "./intake-queries";
import type { Tx } from "./sql";

/** System-wide: the engine's jobs belong to no store. */

/** A leased job with all that its call needs. */
export type Job = {
  id: string;
  stepId: string;
  attempt: number;
  slept: string | null;
  race: boolean;
  outageSince: Date | null;
  turn: number;
  run: {
    id: string;
    functionId: string;
    event: string;
    gates: Gates | null;
    started: boolean;
    planning: boolean;
    pending: string[];
    version: number;
    /** Finished steps in the order they finished, with what the app is told of each. */
    steps: [id: string, memo: string][];
  };
};

/** Leases up to `limit` jobs that are due and free, the longest due first. */
export async function claimJobs(
  sql: Tx,
  { at, lease, limit }: { at: Date; lease: Lease; limit: number },
): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    update engine.jobs set owner = ${lease.owner}, lease_until = ${lease.until}
    where id = any (array(
      select id from engine.jobs
      where lease_until is null and parked is null and due <= ${at}
      order by due limit ${limit} for update skip locked
    ))
    returning id`;
  return rows.map(({ id }) => id);
}

/**
 * Reads leased jobs. Apart from the claim, in a later statement: within one, a job that another engine just advanced
 * could be paired with the steps of before.
 */
export async function loadJobs(sql: Tx, owner: string, ids: readonly string[]): Promise<Job[]> {
  if (ids.length === 0) return [];
  const rows = await sql<Job[]>`
    select j.id, j.step_id as "stepId", j.attempt, j.slept, j.race, j.turn,
      j.outage_since as "outageSince",
      json_build_object('id', r.id, 'functionId', r.function_id, 'event', r.event,
        'gates', r.gates::json, 'started', r.started_at is not null, 'planning', r.planning,
        'pending', r.pending, 'version', r.version,
        'steps', coalesce(
          (select json_agg(json_build_array(s.id, s.memo) order by s.seq)
            from engine.steps s where s.run_id = r.id), '[]')) as run
    from engine.jobs j join engine.runs r on r.id = j.run_id
    where j.id = any (${ids as string[]}::bigint[]) and j.owner = ${owner}
    order by j.due, j.id`;
  return [...rows];
}

/** When the next free job is due; null where there is none. */
export async function nextDue(sql: Tx): Promise<Date | null> {
  const [row] = await sql<{ due: Date | null }[]>`
    select min(due) as due from engine.jobs where lease_until is null and parked is null`;
  return row?.due ?? null;
}

/** Renews leases; gives those that still stand. Locked by their ids: a cancellation may be at the same jobs. */
export async function renewLeases(
  sql: Tx,
  lease: Lease,
  ids: readonly string[],
): Promise<Set<string>> {
  const rows = await sql<{ id: string }[]>`
    update engine.jobs set lease_until = ${lease.until}
    where id = any (array(
      select id from engine.jobs
      where id = any (${ids as string[]}::bigint[]) and owner = ${lease.owner}
      order by id for no key update
    ))
    returning id`;
  return new Set(rows.map(({ id }) => id));
}

/** Gives jobs back unchanged: they are due at once. */
export async function releaseJobs(sql: Tx, owner: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`
    update engine.jobs set owner = null, lease_until = null
    where id = any (array(
      select id from engine.jobs where id = any (${ids as string[]}::bigint[]) and owner = ${owner}
      order by id for no key update
    ))`;
}

/** Frees the jobs of engines that no longer renew. `at` is by the machine's clock, as leases are. */
export async function freeExpired(sql: Tx, at: Date): Promise<number> {
  const { count } = await sql`
    update engine.jobs set owner = null, lease_until = null
    where id = any (array(
      select id from engine.jobs where lease_until < ${at} for no key update skip locked
    ))`;
  return count;
}
