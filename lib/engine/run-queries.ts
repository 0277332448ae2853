import type { Tx } from "./sql";

/** System-wide: the HTTP interface asks by ids that only the engine gave out, behind the signing key. */

export type RunRow = {
  id: string;
  functionId: string;
  eventId: string;
  startedAt: Date | null;
  endedAt: Date | null;
  outcome: string | null;
  /** A call of it is leased. */
  called: boolean;
  output: string | null;
};

export async function findRuns(
  sql: Tx,
  by: { eventId: string } | { runId: string },
): Promise<RunRow[]> {
  const condition = "eventId" in by ? sql`r.event_id = ${by.eventId}` : sql`r.id = ${by.runId}`;
  const rows = await sql<RunRow[]>`
    select r.id, r.function_id as "functionId", r.event_id as "eventId", r.outcome, r.output,
      r.started_at as "startedAt", r.ended_at as "endedAt", exists (
        select from engine.jobs where run_id = r.id and lease_until is not null) as called
    from engine.runs r where ${condition} order by r.id limit 100`;
  return [...rows];
}
