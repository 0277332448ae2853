import { randomUUID } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { now } from "@/lib/clock";
import { log } from "@/lib/log";
import { App } from "./app";
import { Executor } from "./executor";
import { Gatekeeper } from "./gatekeeper";
import { type Answer, createHandler } from "./http";
import { type Effects, Intake } from "./intake";
import { newLease } from "./lease";
import { Registrar } from "./registrar";
import { deleteOld } from "./retention-queries";
import { findRuns, type RunRow } from "./run-queries";
import { openSql, persist, type Sql } from "./sql";
import { CronTimer } from "./timer";
import { Worker } from "./worker";

/** Calls to the app at one time. */
const PARALLEL = 40;
const UPKEEP_MS = 1000;
const RETENTION_MS = 60_000;
const DRAIN_MS = 10_000;
/** How long a sender waits for a database that restarts before it is told to come again. */
const ACCEPT_MS = 2_000;

export type EngineOptions = {
  databaseUrl: string;
  eventKey: string;
  signingKey: string;
  /** The app's route for the SDK, e.g. http://127.0.0.1:3000/api/inngest. */
  appUrl: string;
  /** 0 takes a free one. */
  port: number;
  /** Fixed pause between attempts, for tests. */
  retryDelayMs?: number;
};

/**
 * A durable executor of one app's Inngest functions on one machine: its state is in PostgreSQL, and it speaks the SDK's
 * protocol to the app. Several may run at once on one database.
 */
export class Engine {
  private readonly sql: Sql;
  private readonly app: App;
  private readonly registrar: Registrar;
  private readonly intake: Intake;
  private readonly gatekeeper: Gatekeeper;
  private readonly worker: Worker;
  private readonly server: Server;
  private readonly cron = new CronTimer();
  private readonly timers: NodeJS.Timeout[] = [];
  private appIsHere = false;
  private lookNow = () => {};

  constructor(private readonly options: EngineOptions) {
    const sql = openSql(options.databaseUrl);
    const owner = randomUUID();
    const lease = () => newLease(owner);
    const catalogue = () => this.registrar.catalogue;
    const room = () => this.worker.room();
    this.sql = sql;
    this.app = new App(options.appUrl, options.signingKey, PARALLEL + 1);
    this.registrar = new Registrar({ sql, app: this.app, appIsHere: (here) => this.setApp(here) });
    this.intake = new Intake({
      sql,
      catalogue,
      watches: () => this.registrar.watches,
      lease,
      room,
    });
    this.gatekeeper = new Gatekeeper({
      sql,
      lease,
      catalogue,
      room,
      admitted: (job) => this.worker.admit(job),
      parked: (ids) => this.worker.forget(({ id }) => ids.includes(id)),
    });
    const executor = new Executor({
      sql,
      lease,
      app: this.app,
      intake: this.intake,
      catalogue,
      retryDelayMs: options.retryDelayMs,
      draining: () => this.worker.isDraining(),
      appAway: (why) => this.lostApp(why),
      heed: (effects) => this.heed(effects),
    });
    this.worker = new Worker({
      sql,
      lease,
      parallel: PARALLEL,
      execute: (job) => executor.execute(job),
      enterGates: (job) => this.gatekeeper.enter(job),
      leaveGates: (keys) => this.gatekeeper.leave(keys),
    });
    this.server = createServer(createHandler(this.routes(), options));
  }

  /** Gives the address it listens on. */
  async start(): Promise<string> {
    await persist("start", () => this.registrar.load());
    await new Promise<void>((resolve, reject) => {
      this.server.once("error", reject).listen(this.options.port, "127.0.0.1", resolve);
    });
    this.registrar.start();
    this.lookNow = this.every(UPKEEP_MS, () => this.upkeep());
    this.every(RETENTION_MS, () => this.forgetOld());
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Lets running calls end; their events are taken until then. */
  async stop(): Promise<void> {
    this.registrar.stop();
    await this.worker.drain(DRAIN_MS);
    for (const timer of this.timers) clearInterval(timer);
    this.server.close();
    this.server.closeAllConnections();
    await this.app.close();
    await this.sql.end({ timeout: 5 });
  }

  /** The product's clock was moved: what is due by now starts at once, and so does what comes by the minute. */
  clockMoved(): void {
    this.worker.clockMoved();
    this.lookNow();
  }

  /** Repeats `work`, never twice at once. What it gives does it out of turn, or once more if it is under way. */
  private every(ms: number, work: () => Promise<unknown>): () => void {
    let busy = false;
    let again = false;
    const tick = async () => {
      if (busy) return;
      busy = true;
      do {
        again = false;
        try {
          await work();
        } catch (error) {
          log.warn({ err: error }, "engine.upkeep");
        }
      } while (again);
      busy = false;
    };
    this.timers.push(setInterval(() => void tick(), ms));
    return () => {
      again = true;
      void tick();
    };
  }

  private async upkeep(): Promise<void> {
    await this.worker.upkeep();
    await this.gatekeeper.look();
    const { events, heeded } = this.cron.due(this.registrar.catalogue);
    if (events.length) this.heed(await this.intake.accept(events));
    heeded();
  }

  private async forgetOld(): Promise<void> {
    let more = true;
    while (more && !this.worker.isDraining()) more = await deleteOld(this.sql, now());
  }

  private heed({ jobs, cancelled, dues }: Effects): void {
    const gone = new Set(cancelled);
    if (gone.size) {
      this.gatekeeper.forget(gone);
      this.worker.forget(({ run }) => gone.has(run.id));
    }
    this.worker.take(jobs.filter(({ run }) => !gone.has(run.id)));
    this.worker.wakeAt(dues);
  }

  private setApp(here: boolean): void {
    if (here === this.appIsHere) return;
    this.appIsHere = here;
    this.gatekeeper.pause(!here);
    this.worker.pause(!here);
  }

  /** A call was refused: all wait until a sync succeeds. */
  private lostApp(why: string): void {
    if (!this.appIsHere) return;
    log.warn({ why }, "engine.app.away");
    this.setApp(false);
    this.registrar.hurry();
  }

  private routes() {
    return {
      known: () => this.registrar.known,
      accept: async (events: Parameters<Intake["accept"]>[0]) => {
        this.heed(await persist("events", () => this.intake.accept(events), ACCEPT_MS));
      },
      sync: () => this.registrar.sync(),
      health: () => this.health(),
      runs: async (by: Parameters<typeof findRuns>[1]) => (await findRuns(this.sql, by)).map(told),
      cancel: async (runId: string) => {
        const effects = await this.intake.cancel(runId);
        if (effects) this.heed(effects);
        return effects !== null;
      },
    };
  }

  private async health(): Promise<Answer> {
    const { problem, refusals, catalogue } = this.registrar;
    const problems = refusals.map(({ functionId, reason }) => `${functionId}: ${reason}`);
    if (problem !== null) problems.unshift(`app: ${problem}`);
    if (this.worker.isDraining()) problems.unshift("stopping");
    try {
      await this.sql`select 1`;
    } catch (error) {
      problems.unshift(`database: ${error instanceof Error ? error.message : String(error)}`);
    }
    const functions = catalogue.byId.size;
    return {
      status: problems.length ? 503 : 200,
      body: { ok: problems.length === 0, functions, problems },
    };
  }
}

/** A run as Inngest's interface shows it. */
function told(run: RunRow) {
  const open = run.called || run.startedAt ? "Running" : "Scheduled";
  return {
    run_id: run.id,
    run_started_at: run.startedAt,
    function_id: run.functionId,
    event_id: run.eventId,
    status: run.outcome ?? open,
    ended_at: run.endedAt,
    output: run.output === null ? null : JSON.parse(run.output),
  };
}
