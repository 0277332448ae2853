import { machineNow, now } from "@/lib/clock";
import { log } from "@/lib/log";
import { Alarm } from "./alarm";
import type { Lease } from "./intake-queries";
import {
  claimJobs,
  freeExpired,
  type Job,
  loadJobs,
  nextDue,
  releaseJobs,
  renewLeases,
} from "./job-queries";
import { RENEW_MS } from "./lease";
import { persist, type Sql } from "./sql";

/** Jobs held in memory: those called now and those next in line, so that places never stand empty. */
const MAX_HELD = 240;
/** More are claimed once so many places are empty: claims in batches cost less. */
const BATCH = 20;
/** A claim that found nothing though something is due met another engine's locks. */
const CONTENDED_MS = 20;

export type Done = { next: Job | null; appAway: boolean };

/** Leases due jobs, keeps them alive and has them executed, so many at a time, the longest due first. */
export class Worker {
  private readonly held = new Map<string, Job>();
  private ready: Job[] = [];
  private readonly calls = new Set<string>();
  private claiming = false;
  private hungry = false;
  private renewedAt = 0;
  private paused = true;
  private draining = false;
  private readonly alarm = new Alarm(() => void this.claim());

  constructor(
    private readonly parts: {
      sql: Sql;
      lease: () => Lease;
      parallel: number;
      /** Never throws. */
      execute: (job: Job) => Promise<Done>;
      enterGates: (job: Job) => void;
      leaveGates: (keys: readonly string[]) => void;
    },
  ) {}

  room(): number {
    return this.paused || this.draining ? 0 : Math.max(MAX_HELD - this.held.size, 0);
  }

  isDraining(): boolean {
    return this.draining;
  }

  /** Jobs that are leased to us: past the gates, if they have any, they run. */
  take(jobs: readonly Job[]): void {
    for (const job of jobs) {
      this.held.set(job.id, job);
      if (job.run.gates) this.parts.enterGates(job);
      else this.ready.push(job);
    }
    this.start();
  }

  /** A job came through its gates. It goes first: its start was counted now. */
  admit(job: Job): void {
    this.held.set(job.id, job);
    this.ready.unshift(job);
    this.start();
  }

  /** Jobs that are no longer ours to run. */
  forget(isGone: (job: Job) => boolean): void {
    this.ready = this.ready.filter((job) => !isGone(job));
    for (const job of this.held.values()) if (isGone(job)) this.held.delete(job.id);
  }

  wakeAt(moments: readonly Date[]): void {
    for (const moment of moments) this.alarm.set(moment);
  }

  /** The clock was moved: what is due now starts. */
  clockMoved(): void {
    this.alarm.look();
  }

  pause(paused: boolean): void {
    this.paused = paused;
    if (paused) return;
    this.start();
    void this.claim();
  }

  /** Called every second or so. */
  async upkeep(): Promise<void> {
    await this.renew();
    const freed = await freeExpired(this.parts.sql, machineNow());
    if (freed) log.warn({ jobs: freed }, "engine.lease.expired");
    if (!this.paused) this.alarm.set(await nextDue(this.parts.sql));
  }

  /** Claims nothing more, lets running calls end within `ms`, gives the rest back. */
  async drain(ms: number): Promise<void> {
    this.draining = true;
    this.alarm.clear();
    const end = machineNow().getTime() + ms;
    while (this.calls.size > 0 && machineNow().getTime() < end)
      await new Promise((resolve) => setTimeout(resolve, 20));
    const idle = [...this.held.keys()].filter((id) => !this.calls.has(id));
    await releaseJobs(this.parts.sql, this.parts.lease().owner, idle);
  }

  private async renew(): Promise<void> {
    const at = machineNow().getTime();
    if (at - this.renewedAt < RENEW_MS || this.held.size === 0) return;
    const ids = [...this.held.keys()];
    const standing = await renewLeases(this.parts.sql, this.parts.lease(), ids);
    this.renewedAt = at;
    const lost = new Set(ids.filter((id) => !standing.has(id)));
    if (lost.size) this.forget(({ id }) => lost.has(id));
  }

  private start(): void {
    while (!this.paused && !this.draining && this.calls.size < this.parts.parallel) {
      const job = this.ready.shift();
      if (!job) return;
      this.calls.add(job.id);
      void this.run(job);
    }
  }

  private async run(job: Job): Promise<void> {
    const { next, appAway } = await this.parts.execute(job);
    this.calls.delete(job.id);
    if (appAway) {
      // The lease is kept and nothing is written: the call is repeated as soon as the app is back.
      if (this.held.has(job.id)) this.ready.unshift(job);
      this.start();
      return;
    }
    this.held.delete(job.id);
    if (job.run.gates) this.parts.leaveGates([...job.run.gates.concurrency]);
    if (next) this.take([next]);
    else this.start();
    if (this.hungry && this.room() >= BATCH) void this.claim();
  }

  private async claim(): Promise<void> {
    if (this.claiming || this.room() === 0) {
      this.hungry ||= this.room() === 0;
      return;
    }
    this.claiming = true;
    this.hungry = false;
    try {
      for (;;) {
        const limit = this.room();
        const given = { at: now(), lease: this.parts.lease(), limit };
        const ids = await claimJobs(this.parts.sql, given);
        this.take(
          await persist("load", () => loadJobs(this.parts.sql, this.parts.lease().owner, ids)),
        );
        this.hungry = ids.length === limit;
        if (!this.hungry) {
          await this.setAlarm(ids.length === 0);
          break;
        }
        if (this.room() < BATCH) break;
      }
    } catch (error) {
      log.warn({ err: error }, "engine.claim");
    }
    this.claiming = false;
  }

  private async setAlarm(foundNone: boolean): Promise<void> {
    const due = await nextDue(this.parts.sql);
    const soon = new Date(now().getTime() + CONTENDED_MS);
    this.claiming = false;
    this.alarm.set(due && foundNone && due < soon ? soon : due);
  }
}
