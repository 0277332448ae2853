import type { Outcome } from "./event";
import type { Lease } from "./intake-queries";
import type { Job } from "./job-queries";
import type { Tx } from "./sql";

/** System-wide: the engine's runs belong to no store. Each statement locks the run before its jobs. */

export type Memo = { id: string; memo: string };

/** What a job becomes once its answer is recorded. */
export type NextJob = {
  attempt: number;
  due: Date;
  slept: string | null;
  outageSince: Date | null;
  /** Kept by the caller, who goes on at once; null frees it. */
  lease: Lease | null;
};

/** The names of what stands at the start of every statement below: who may still record this job. */
export type Held = Pick<Job, "id" | "turn"> & { owner: string; runId: string };

/**
 * Records the answer of a run's only job and turns that job into its next one, in one statement. False where the
 * answer comes too late: the run ended, or the lease was lost.
 */
export async function recordTurn(
  sql: Tx,
  held: Held,
  given: { at: Date; version: number; memos: readonly Memo[]; next: NextJob },
): Promise<boolean> {
  const { at, version, memos, next } = given;
  const rows = await sql`
    with run as materialized (
      select id from engine.runs
      where id = ${held.runId} and ended_at is null and pending = '{}' for update
    ), job as (
      update engine.jobs set step_id = 'step', attempt = ${next.attempt}, due = ${next.due},
        slept = ${next.slept}, outage_since = ${next.outageSince}, turn = turn + 1,
        owner = ${next.lease?.owner ?? null}, lease_until = ${next.lease?.until ?? null}
      from run where engine.jobs.id = ${held.id} and owner = ${held.owner} and turn = ${held.turn}
      returning engine.jobs.id
    ), steps as (
      insert into engine.steps (run_id, id, memo)
      select ${held.runId}, m.* from job, unnest(
        ${memos.map(({ id }) => id)}::text[], ${memos.map(({ memo }) => memo)}::text[]
      ) as m on conflict do nothing
    ), begun as (
      update engine.runs r set started_at = coalesce(started_at, ${at}), version = ${version}
      from job where r.id = ${held.runId} and (started_at is null or version <> ${version})
    ), slots as (
      delete from engine.slots using job where job_id = job.id
    )
    select id from job`;
  return rows.length > 0;
}

/** Repeats a job later. Nothing else changes, so any job of a run may do it. */
export async function postponeJob(
  sql: Tx,
  held: Held,
  next: Pick<NextJob, "attempt" | "due" | "outageSince">,
): Promise<boolean> {
  const rows = await sql`
    with job as (
      update engine.jobs set attempt = ${next.attempt}, due = ${next.due},
        outage_since = ${next.outageSince}, turn = turn + 1, owner = null, lease_until = null
      where id = ${held.id} and owner = ${held.owner} and turn = ${held.turn}
      returning id
    ), slots as (
      delete from engine.slots using job where job_id = job.id
    )
    select id from job`;
  return rows.length > 0;
}

/** Ends a run with all its jobs. False where it has ended, or the lease was lost. */
export async function finishRun(
  sql: Tx,
  held: Held,
  given: { at: Date; outcome: Outcome; output: string },
): Promise<boolean> {
  const rows = await sql`
    with run as (
      update engine.runs set outcome = ${given.outcome}, output = ${given.output},
        ended_at = ${given.at}, started_at = coalesce(started_at, ${given.at})
      where id = ${held.runId} and ended_at is null and exists (
        select from engine.jobs where id = ${held.id} and owner = ${held.owner} and turn = ${held.turn}
      )
      returning id
    ), jobs as (
      delete from engine.jobs using run where run_id = run.id
    ), cancels as (
      delete from engine.cancels using run where run_id = run.id
    )
    select id from run`;
  return rows.length > 0;
}
