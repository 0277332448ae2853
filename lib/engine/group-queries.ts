import type { Lease } from "./intake-queries";
import { asTexts, type Tx } from "./sql";
import type { Held, Memo } from "./turn-queries";

/** System-wide: the engine's runs belong to no store. These run in a transaction that holds the run's lock. */

export type Group = { pending: string[]; done: Set<string> };

/** Locks the run of a leased job and reads its open group; null where the run ended or the lease was lost. */
export async function lockGroup(sql: Tx, held: Held): Promise<Group | null> {
  const [run] = await sql<{ pending: string[] }[]>`
    select to_jsonb(pending) as pending from engine.runs where id = ${held.runId} and ended_at is null for update`;
  const [job] = await sql`
    select id from engine.jobs
    where id = ${held.id} and owner = ${held.owner} and turn = ${held.turn} for update`;
  if (!run || !job) return null;
  const steps = await sql<{ id: string }[]>`
    select id from engine.steps where run_id = ${held.runId}`;
  return { pending: run.pending, done: new Set(steps.map(({ id }) => id)) };
}

/** A step of a group that is to run (`slept` null) or to wait until `due`. */
export type GroupJob = { stepId: string; due: Date; slept: string | null; race: boolean };

export type GroupChange = {
  at: Date;
  version: number;
  memos: readonly Memo[];
  pending: readonly string[];
  planning: boolean;
  jobs: readonly GroupJob[];
  /** Ask the app what comes next, by a new job that is leased to the caller where a lease is given. */
  discover: { lease: Lease | null } | null;
};

/** Writes what became of a group and ends the job that brought it about. Gives the id of the leased discovery. */
export async function recordGroup(
  sql: Tx,
  held: Held,
  change: GroupChange,
): Promise<string | null> {
  const { at, memos, jobs, discover } = change;
  await sql`delete from engine.jobs where id = ${held.id}`;
  await sql`
    insert into engine.steps (run_id, id, memo)
    select ${held.runId}, m.* from unnest(
      ${memos.map(({ id }) => id)}::text[], ${memos.map(({ memo }) => memo)}::text[]
    ) as m on conflict do nothing`;
  await sql`
    update engine.runs set pending = ${change.pending as string[]}::text[],
      planning = ${change.planning}, version = ${change.version},
      started_at = coalesce(started_at, ${at})
    where id = ${held.runId}`;
  await sql`
    insert into engine.jobs (run_id, step_id, due, slept, race)
    select ${held.runId}, g.* from unnest(
      ${jobs.map(({ stepId }) => stepId)}::text[], ${asTexts(jobs.map(({ due }) => due))}::timestamptz[],
      ${jobs.map(({ slept }) => slept)}::text[], ${asTexts(jobs.map(({ race }) => race))}::boolean[]
    ) as g on conflict (run_id, step_id) do nothing`;
  if (!discover) return null;
  const { lease } = discover;
  // A discovery that is already on its way finds the new steps when its answer is recorded.
  const [job] = await sql<{ id: string }[]>`
    insert into engine.jobs (run_id, step_id, due, owner, lease_until)
    values (${held.runId}, 'step', ${at}, ${lease?.owner ?? null}, ${lease?.until ?? null})
    on conflict (run_id, step_id) do nothing returning id`;
  return lease && job ? job.id : null;
}
