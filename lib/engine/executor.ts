import { now } from "@/lib/clock";
import { log } from "@/lib/log";
import type { App } from "./app";
import type { Catalogue } from "./catalogue";
import { decide } from "./decide";
import { changeGroup } from "./group";
import { lockGroup, recordGroup } from "./group-queries";
import type { StepError } from "./input";
import type { Effects, Intake } from "./intake";
import type { Lease } from "./intake-queries";
import { type Job, loadJobs } from "./job-queries";
import { persist, type Sql } from "./sql";
import type { Transition } from "./transition";
import { finishRun, type Held, type NextJob, postponeJob, recordTurn } from "./turn-queries";
import type { Done } from "./worker";

/** For a function that is no longer registered: the app itself then says that it knows no such function. */
const ATTEMPTS_OF_UNKNOWN = 5;

type Parts = {
  sql: Sql;
  app: App;
  intake: Intake;
  lease: () => Lease;
  catalogue: () => Catalogue;
  retryDelayMs: number | undefined;
  draining: () => boolean;
  appAway: (why: string) => void;
  heed: (effects: Effects) => void;
};

/** Makes one call and records what came of it, before anything else is done about it. */
export class Executor {
  constructor(private readonly parts: Parts) {}

  /** Never throws: a job whose answer can't be recorded is left to its lease and tried again after it. */
  async execute(job: Job): Promise<Done> {
    try {
      return await this.perform(job);
    } catch (error) {
      log.error({ err: error, run: job.run.id, step: job.stepId }, "engine.job");
      return { next: null, appAway: false };
    }
  }

  private async perform(job: Job): Promise<Done> {
    // A sleep inside a group: its end is recorded without a call.
    if (job.slept !== null && job.stepId !== "step") {
      const memos = [{ id: job.slept, memo: "null" }];
      const { version } = job.run;
      const next = await this.group(job, {
        kind: "group",
        version,
        memos,
        waits: [],
        race: job.race,
      });
      return { next, appAway: false };
    }
    const definition = this.parts.catalogue().byId.get(job.run.functionId);
    const maxAttempts = definition?.maxAttempts ?? ATTEMPTS_OF_UNKNOWN;
    const reply = await this.parts.app.call(job, maxAttempts);
    if (reply.kind === "refused") {
      this.parts.appAway(reply.why);
      return { next: null, appAway: true };
    }
    if (reply.kind === "unanswered")
      log.warn({ run: job.run.id, step: job.stepId, why: reply.why }, "engine.call.unanswered");
    const { retryDelayMs } = this.parts;
    const transition = decide(job, reply, { at: now(), maxAttempts, retryDelayMs });
    return { next: await this.apply(job, transition), appAway: false };
  }

  private apply(job: Job, transition: Transition): Promise<Job | null> {
    switch (transition.kind) {
      case "advance":
        return this.advance(job, transition);
      case "sleep":
        return this.sleep(job, transition);
      case "postpone":
        return this.postpone(job, transition);
      case "group":
        return this.group(job, transition);
      case "complete":
        return this.end(job, { outcome: "Completed", output: JSON.parse(transition.output) });
      case "fail":
        return this.end(job, { outcome: "Failed", error: transition.error });
    }
  }

  private held = (job: Job): Held => ({
    id: job.id,
    turn: job.turn,
    owner: this.parts.lease().owner,
    runId: job.run.id,
  });

  /** None while the engine stops: what comes next is for the one that follows. */
  private lease = () => (this.parts.draining() ? null : this.parts.lease());

  private async advance(
    job: Job,
    { version, memos }: Extract<Transition, { kind: "advance" }>,
  ): Promise<Job | null> {
    const at = now();
    const fresh = { attempt: 0, slept: null, outageSince: null };
    const next: NextJob = { ...fresh, due: at, lease: this.lease() };
    const recorded = await persist("turn", () =>
      recordTurn(this.parts.sql, this.held(job), { at, version, memos, next }),
    );
    if (!recorded || !next.lease) return null;
    const steps = [...job.run.steps, ...memos.map(({ id, memo }): [string, string] => [id, memo])];
    const run = { ...job.run, version, steps, started: true };
    return { ...job, ...fresh, stepId: "step", turn: job.turn + 1, run };
  }

  private async sleep(
    job: Job,
    { version, memos, stepId, until }: Extract<Transition, { kind: "sleep" }>,
  ): Promise<null> {
    const next = { attempt: 0, due: until, slept: stepId, outageSince: null, lease: null };
    const recorded = await persist("turn", () =>
      recordTurn(this.parts.sql, this.held(job), { at: now(), version, memos, next }),
    );
    if (recorded) this.parts.heed({ jobs: [], cancelled: [], dues: [until] });
    return null;
  }

  private async postpone(job: Job, next: Extract<Transition, { kind: "postpone" }>): Promise<null> {
    const recorded = await persist("postpone", () =>
      postponeJob(this.parts.sql, this.held(job), next),
    );
    if (recorded) this.parts.heed({ jobs: [], cancelled: [], dues: [next.due] });
    return null;
  }

  private async group(
    job: Job,
    transition: Extract<Transition, { kind: "group" }>,
  ): Promise<Job | null> {
    const { sql, heed } = this.parts;
    const at = now();
    const held = this.held(job);
    const outcome = await persist("group", () =>
      sql.begin(async (tx) => {
        const group = await lockGroup(tx, held);
        return (
          group &&
          recordGroup(tx, held, changeGroup(job, transition, { group, at, lease: this.lease() }))
        );
      }),
    );
    heed({
      jobs: [],
      cancelled: [],
      dues: [at, ...transition.waits.flatMap(({ until }) => until ?? [])],
    });
    const [next] = outcome
      ? await persist("load", () => loadJobs(sql, this.parts.lease().owner, [outcome]))
      : [];
    return next ?? null;
  }

  private async end(
    job: Job,
    end: { outcome: "Completed"; output: unknown } | { outcome: "Failed"; error: StepError },
  ): Promise<null> {
    const { sql, intake, heed } = this.parts;
    const told = end.outcome === "Completed" ? end.output : end.error;
    const given = { at: now(), outcome: end.outcome, output: JSON.stringify(told) };
    const held = this.held(job);
    if (!intake.tellsEnds()) {
      await persist("end", () => finishRun(sql, held, given));
      return null;
    }
    const effects = await persist("end", () =>
      sql.begin(async (tx) => {
        const ended = await finishRun(tx, held, given);
        return ended ? intake.tellEnd(tx, job.run, end) : null;
      }),
    );
    if (effects) heed(effects);
    return null;
  }
}
