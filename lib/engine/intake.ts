import { now } from "@/lib/clock";
import type { Catalogue } from "./catalogue";
import { endEvents, type StoredEvent } from "./event";
import { cancelMatches, type PlannedRun, planRuns } from "./fan-out";
import type { StepError } from "./input";
import { type CancelledRun, cancelRun, cancelRuns, insertRuns, type Lease } from "./intake-queries";
import type { Job } from "./job-queries";
import type { Sql, Tx } from "./sql";

export type Watches = Map<string, Set<string>>;

/** What events brought about, for the memory of the engine; to be heeded once the transaction is committed. */
export type Effects = {
  /** Leased to us. */
  jobs: Job[];
  cancelled: string[];
  /** Moments at which further jobs are due. */
  dues: Date[];
};

export type IntakeParts = {
  sql: Sql;
  catalogue: () => Catalogue;
  watches: () => Watches;
  lease: () => Lease;
  /** How many jobs more the engine can hold. */
  room: () => number;
};

const END_EVENTS = [
  "inngest/function.finished",
  "inngest/function.failed",
  "inngest/function.cancelled",
];

const firstJob = (id: string, run: PlannedRun): Job => ({
  id,
  stepId: "step",
  attempt: 0,
  slept: null,
  race: false,
  outageSince: null,
  turn: 0,
  run: {
    id: run.id,
    functionId: run.functionId,
    event: run.event,
    gates: run.gates,
    started: run.gates === null,
    planning: false,
    pending: [],
    version: -1,
    steps: [],
  },
});

/** Turns events into runs and cancellations. */
export class Intake {
  constructor(private readonly parts: IntakeParts) {}

  /** Events from outside: all of them or none. */
  async accept(events: readonly StoredEvent[]): Promise<Effects> {
    const { sql } = this.parts;
    // One statement commits by itself; only a cancellation needs a transaction around it.
    if (!this.mayCancel(events)) return this.announce(sql, events);
    return sql.begin((tx) => this.announce(tx, events));
  }

  async cancel(runId: string): Promise<Effects | null> {
    return this.parts.sql.begin(async (tx) => {
      const run = await cancelRun(tx, runId, now());
      return run && this.tellCancelled(tx, [run], this.parts.room());
    });
  }

  /** Whether anybody listens to the ends of runs, so that nobody need write what nobody reads. */
  tellsEnds(): boolean {
    return END_EVENTS.some((name) => this.parts.catalogue().listensTo(name));
  }

  /** Tells the end of a run within the transaction that ends it. */
  async tellEnd(
    tx: Tx,
    run: { id: string; functionId: string; event: string },
    end: { outcome: "Completed"; output: unknown } | { outcome: "Failed"; error: StepError },
  ): Promise<Effects> {
    const error = end.outcome === "Failed" ? end.error : null;
    const output = end.outcome === "Completed" ? end.output : null;
    return this.announce(tx, endEvents({ ...run, outcome: end.outcome, output }, error));
  }

  private mayCancel(events: readonly StoredEvent[]): boolean {
    return events.some(({ payload }) => this.parts.watches().has(payload.name));
  }

  private async announce(
    tx: Tx,
    events: readonly StoredEvent[],
    room = this.parts.room(),
  ): Promise<Effects> {
    const at = now();
    const runs = planRuns(this.parts.catalogue(), events);
    const begun = await insertRuns(tx, runs, { at, lease: this.parts.lease(), room });
    const byId = new Map(runs.map((run) => [run.id, run]));
    const effects: Effects = { jobs: [], cancelled: [], dues: [] };
    for (const { jobId, runId, leased } of begun) {
      const run = byId.get(runId);
      if (!run) continue;
      if (leased) effects.jobs.push(firstJob(jobId, run));
      else effects.dues.push(run.due);
    }
    if (!this.mayCancel(events)) return effects;
    const request = events.map(({ id }) => id);
    const matches = cancelMatches(this.parts.watches(), events);
    const ended = await cancelRuns(tx, matches, { at, request });
    const told = await this.tellCancelled(tx, ended, room - effects.jobs.length);
    return {
      jobs: [...effects.jobs, ...told.jobs],
      cancelled: told.cancelled,
      dues: [...effects.dues, ...told.dues],
    };
  }

  private async tellCancelled(
    tx: Tx,
    runs: readonly CancelledRun[],
    room: number,
  ): Promise<Effects> {
    const events = this.tellsEnds()
      ? runs.flatMap((run) => endEvents({ ...run, outcome: "Cancelled", output: null }, null))
      : [];
    const effects = await this.announce(tx, events, Math.max(room, 0));
    return { ...effects, cancelled: [...effects.cancelled, ...runs.map(({ id }) => id)] };
  }
}
