import { now } from "@/lib/clock";
import { log } from "@/lib/log";
import { admit, type Candidate, needsOf } from "./admission";
import { Alarm } from "./alarm";
import type { Catalogue } from "./catalogue";
import {
  dueGates,
  freeSlots,
  gatesWithLine,
  lockGates,
  parkedAt,
  recordGates,
  stillParked,
} from "./gate-queries";
import type { Lease } from "./intake-queries";
import { type Job, loadJobs } from "./job-queries";
import { persist, type Sql, type Tx } from "./sql";

/** Of each line, so many are looked at in one round. */
const LOOK_AHEAD = 20;
/** A line is looked at so often although nothing was heard of it: another engine may have made room. */
const LOOK_AGAIN_MS = 1000;

type Round = { arrivals: Job[]; freed: string[] };

/** Holds jobs back until the limits of their functions allow them. Its lines stand in the database, not in memory. */
export class Gatekeeper {
  private arrivals: Job[] = [];
  private freed = new Set<string>();
  private busy = false;
  private paused = true;
  private readonly alarm = new Alarm(() => void this.look());

  constructor(
    private readonly parts: {
      sql: Sql;
      lease: () => Lease;
      catalogue: () => Catalogue;
      /** How many jobs more the engine can hold. */
      room: () => number;
      admitted: (job: Job) => void;
      parked: (jobIds: readonly string[]) => void;
    },
  ) {}

  /** A leased job comes to its gates; it is admitted or parked soon. */
  enter(job: Job): void {
    this.arrivals.push(job);
    queueMicrotask(() => this.work());
  }

  /** A job has left the gates with these keys. */
  leave(keys: readonly string[]): void {
    for (const key of keys) this.freed.add(key);
    queueMicrotask(() => this.work());
  }

  /** While the app is away nothing passes: starts must not gather and then come all at once. */
  pause(paused: boolean): void {
    this.paused = paused;
    if (paused) this.alarm.clear();
    void this.work();
    void this.look();
  }

  forget(runIds: ReadonlySet<string>): void {
    this.arrivals = this.arrivals.filter(({ run }) => !runIds.has(run.id));
  }

  /** Moves the lines whose time has come. */
  async look(): Promise<void> {
    if (this.paused) return;
    try {
      const { keys, next } = await dueGates(this.parts.sql, now());
      this.alarm.set(next);
      if (keys.length) this.leave(keys);
    } catch (error) {
      log.warn({ err: error }, "engine.gates.look");
    }
  }

  private async work(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    while (!this.paused && (this.arrivals.length || this.freed.size)) {
      const round = { arrivals: this.arrivals, freed: [...this.freed] };
      this.arrivals = [];
      this.freed = new Set();
      try {
        await this.round(round);
      } catch (error) {
        log.error({ err: error }, "engine.gates.round");
        this.parts.parked(round.arrivals.map(({ id }) => id));
      }
    }
    this.busy = false;
  }

  private async round({ arrivals, freed }: Round): Promise<void> {
    const { sql, lease, catalogue, room } = this.parts;
    const limit = Math.min(LOOK_AHEAD, Math.max(room(), 0));
    const waiting = await persist("gates", () => parkedAt(sql, freed, limit));
    const candidates: Candidate[] = [
      ...waiting.map(({ id, runId, functionId, gates, started, parked }) => {
        const needs = needsOf(catalogue().byId.get(functionId), gates, started);
        return { jobId: id, runId, needs, parked };
      }),
      ...arrivals.map(({ id, run }) => {
        const needs = needsOf(catalogue().byId.get(run.functionId), run.gates, run.started);
        return { jobId: id, runId: run.id, needs, parked: null };
      }),
    ];
    const keys = new Set([
      ...freed,
      ...candidates.flatMap(({ needs }) => needs.map(({ key }) => key)),
    ]);
    const verdict = await persist("gates", () =>
      sql.begin(async (tx) => {
        await freeSlots(
          tx,
          arrivals.map(({ id }) => id),
        );
        return this.judge(tx, { candidates, waiting, freed, limit, keys: [...keys] });
      }),
    );
    for (const key of verdict.more) this.freed.add(key);
    this.parts.parked(verdict.parked.map(({ jobId }) => jobId));
    const passed = new Set(verdict.admitted.map(({ jobId }) => jobId));
    for (const job of arrivals)
      if (passed.delete(job.id))
        this.parts.admitted({ ...job, run: { ...job.run, started: true } });
    const loaded = await persist("gates", () => loadJobs(sql, lease().owner, [...passed]));
    for (const job of loaded) this.parts.admitted(job);
  }

  private async judge(
    tx: Tx,
    given: {
      candidates: Candidate[];
      waiting: Awaited<ReturnType<typeof parkedAt>>;
      freed: string[];
      limit: number;
      keys: string[];
    },
  ) {
    const at = now();
    const [rows, still, withLine] = await Promise.all([
      lockGates(tx, given.keys, at),
      stillParked(tx, given.waiting),
      gatesWithLine(tx, given.keys),
    ]);
    const waitingAt = (key: string) => given.waiting.filter(({ parked }) => parked === key).length;
    const seenWhole = new Set(given.freed.filter((key) => waitingAt(key) < given.limit));
    const lines = new Set([...withLine].filter((key) => !seenWhole.has(key)));
    const candidates = given.candidates.filter(({ jobId, parked }) => !parked || still.has(jobId));
    const gates = new Map(rows.map((row) => [row.key, row]));
    const verdict = admit(candidates, gates, lines, at.getTime());
    const wakeAt = (key: string) =>
      new Date(verdict.wakes.get(key) ?? at.getTime() + LOOK_AGAIN_MS);
    await recordGates(tx, {
      at,
      lease: this.parts.lease(),
      admitted: verdict.admitted,
      parked: verdict.parked,
      gates: [...verdict.gates].map(([key, { tat }]) => ({ key, tat, wakeAt: wakeAt(key) })),
    });
    for (const moment of verdict.wakes.values()) this.alarm.set(new Date(moment));
    const stopped = new Set(
      candidates.flatMap(({ jobId, parked }) =>
        parked && !verdict.admitted.some((one) => one.jobId === jobId) ? [parked] : [],
      ),
    );
    const more = given.freed.filter(
      (key) => lines.has(key) && given.limit > 0 && !stopped.has(key),
    );
    return { ...verdict, more };
  }
}
