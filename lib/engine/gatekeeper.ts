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
  type ParkedJob,
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

type Round = { arrivals: Job[]; freed: string[]; limit: number };

/** Holds jobs back until the limits of their functions allow them. Its lines stand in the database, not in memory. */
export class Gatekeeper {
  private arrivals: Job[] = [];
  private freed = new Set<string>();
  /** Gates whose row says that a line waits, whether or not it still does: the row must be put right. */
  private due = new Set<string>();
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
      for (const key of keys) this.due.add(key);
      this.leave(keys);
    } catch (error) {
      log.warn({ err: error }, "engine.gates.look");
    }
  }

  private async work(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    while (!this.paused && (this.arrivals.length || this.freed.size)) {
      const limit = Math.min(LOOK_AHEAD, Math.max(this.parts.room(), 0));
      const round = { arrivals: this.arrivals, freed: [...this.freed], limit };
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

  private async round(round: Round): Promise<void> {
    const { sql, lease } = this.parts;
    const { arrivals, freed, limit } = round;
    const waiting = freed.length ? await persist("gates", () => parkedAt(sql, freed, limit)) : [];
    const unsettled = freed.some((key) => this.due.has(key));
    if (waiting.length === 0 && arrivals.length === 0 && !unsettled) return;
    const outcome = await persist("gates", () => sql.begin((tx) => this.judge(tx, round, waiting)));
    for (const key of freed) this.due.delete(key);
    for (const key of outcome.more) this.freed.add(key);
    const gone = arrivals.filter(({ id }) => !outcome.passed.has(id));
    this.parts.parked(gone.map(({ id }) => id));
    for (const job of arrivals)
      if (outcome.passed.delete(job.id))
        this.parts.admitted({ ...job, run: { ...job.run, started: true } });
    const ids = [...outcome.passed];
    const loaded = await persist("gates", () => loadJobs(sql, lease().owner, ids));
    for (const job of loaded) this.parts.admitted(job);
  }

  /** Those that waited come before those that arrive. */
  private candidates(arrivals: readonly Job[], waiting: readonly ParkedJob[]): Candidate[] {
    const { byId } = this.parts.catalogue();
    return [
      ...waiting.map(({ id, runId, functionId, gates, started, parked }) => {
        const needs = needsOf(byId.get(functionId), gates, started);
        return { jobId: id, runId, needs, parked };
      }),
      ...arrivals.map(({ id, run }) => {
        const needs = needsOf(byId.get(run.functionId), run.gates, run.started);
        return { jobId: id, runId: run.id, needs, parked: null };
      }),
    ];
  }

  private async judge(
    tx: Tx,
    { arrivals, freed, limit }: Round,
    waiting: readonly ParkedJob[],
  ): Promise<{ passed: Set<string>; more: string[] }> {
    const at = now();
    const known = this.candidates(arrivals, waiting);
    const needed = known.flatMap(({ needs }) => needs.map(({ key }) => key));
    const keys = [...new Set([...freed, ...needed])];
    // Sent at once, carried out in this order.
    const [, rows, still, withLine] = await Promise.all([
      freeSlots(tx, arrivals),
      lockGates(tx, keys, at),
      stillParked(tx, waiting),
      gatesWithLine(tx, keys),
    ]);
    const candidates = known.filter(({ jobId, parked }) => parked === null || still.has(jobId));
    const seen = (key: string) => waiting.filter(({ parked }) => parked === key).length;
    const longer = freed.filter((key) => seen(key) >= limit);
    const lines = [...withLine].filter((key) => !freed.includes(key) || longer.includes(key));
    const gates = new Map(rows.map((row) => [row.key, row]));
    const verdict = admit(candidates, gates, new Set(lines), at.getTime());
    const again = at.getTime() + LOOK_AGAIN_MS;
    const passed = await recordGates(tx, {
      at,
      lease: this.parts.lease(),
      admitted: verdict.admitted,
      parked: verdict.parked,
      gates: [...verdict.gates].map(([key, { tat }]) => ({
        key,
        tat,
        wakeAt: new Date(verdict.wakes.get(key) ?? again),
      })),
    });
    for (const moment of verdict.wakes.values()) this.alarm.set(new Date(moment));
    const stopped = new Set(
      candidates.map(({ jobId, parked }) => (passed.has(jobId) ? null : parked)),
    );
    const more = limit > 0 ? longer.filter((key) => !stopped.has(key)) : [];
    return { passed, more };
  }
}
