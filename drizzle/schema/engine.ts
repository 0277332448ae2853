import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  doublePrecision,
  index,
  integer,
  pgSchema,
  primaryKey,
  smallint,
  text,
  unique,
} from "drizzle-orm/pg-core";
import { at } from "../columns";

/**
 * What the local executor remembers. JSON stands here as text: jsonb refuses \u0000, sorts keys anew and
 * rewrites numbers, and the app must get back exactly what it gave.
 */
export const engine = pgSchema("engine");

/** The functions as the app named them at the last sync, so that events are taken before the next one. */
export const engineRegistrations = engine.table("registrations", {
  app: text().primaryKey(),
  functions: text().notNull(),
  syncedAt: at().notNull(),
});

export const engineRuns = engine.table(
  "runs",
  {
    id: text().primaryKey(),
    functionId: text().notNull(),
    /** Our own id of the event that began it; the sender's id, if any, stands in `event`. */
    eventId: text().notNull(),
    event: text().notNull(),
    /** Throttle and concurrency keys, evaluated once; null where the function has no limits. */
    gates: text(),
    /** The app must only name its next steps, since a parallel group is open. */
    planning: boolean().notNull().default(false),
    /** Steps of the open parallel group that are not finished. */
    pending: text().array().notNull().default(sql`'{}'`),
    /** Protocol version the app answered with; -1 before its first answer. */
    version: smallint().notNull().default(-1),
    createdAt: at().notNull(),
    startedAt: at(),
    endedAt: at(),
    outcome: text({ enum: ["Completed", "Failed", "Cancelled"] }),
    output: text(),
  },
  (t) => [
    index().on(t.eventId),
    index().on(t.endedAt).where(sql`ended_at is not null`),
    check("runs_outcome_check", sql`(${t.outcome} is null) = (${t.endedAt} is null)`),
  ],
);

/** Finished steps; `seq` keeps the order in which they finished, `memo` is what the app is told of them. */
export const engineSteps = engine.table(
  "steps",
  {
    runId: text()
      .notNull()
      .references(() => engineRuns.id, { onDelete: "cascade" }),
    id: text().notNull(),
    seq: bigint({ mode: "number" }).generatedAlwaysAsIdentity(),
    memo: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.runId, t.id] })],
);

/** A call to the app that is due, leased or parked at a gate. A run without parallel steps has exactly one. */
export const engineJobs = engine.table(
  "jobs",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    runId: text()
      .notNull()
      .references(() => engineRuns.id, { onDelete: "cascade" }),
    /** "step" asks the app what comes next; a step's id asks for that step. */
    stepId: text().notNull(),
    attempt: smallint().notNull().default(0),
    due: at().notNull(),
    /** The sleep that ends when this is due: saved together with the answer, so that waking costs no write. */
    slept: text(),
    /** Its end wakes the run although others of its group are open. */
    race: boolean().notNull().default(false),
    /** Since when the app has not answered this call. */
    outageSince: at(),
    /** Counts what was recorded: an answer to an earlier turn comes too late. */
    turn: integer().notNull().default(0),
    owner: text(),
    /** By the machine's clock, not the product's: a moved clock must not expire a living engine. */
    leaseUntil: at(),
    /** The gate it waits at. */
    parked: text(),
  },
  (t) => [
    unique("jobs_run_id_step_id_unique").on(t.runId, t.stepId),
    index("jobs_due_index").on(t.due).where(sql`lease_until is null and parked is null`),
    index("jobs_lease_index").on(t.leaseUntil).where(sql`lease_until is not null`),
    index("jobs_parked_index").on(t.parked, t.due).where(sql`parked is not null`),
    check("jobs_lease_check", sql`(${t.owner} is null) = (${t.leaseUntil} is null)`),
  ],
);

/** An event that ends a run: its name, and what must stand at `path` in it. */
export const engineCancels = engine.table(
  "cancels",
  {
    runId: text()
      .notNull()
      .references(() => engineRuns.id, { onDelete: "cascade" }),
    event: text().notNull(),
    path: text().notNull(),
    value: text().notNull(),
    expiresAt: at().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.runId, t.event, t.path] }),
    index().on(t.event, t.path, t.value),
  ],
);

/** Event ids and idempotency keys that began a run within 24 hours. */
export const engineClaims = engine.table(
  "claims",
  {
    functionId: text().notNull(),
    key: text().notNull(),
    runId: text().notNull(),
    expiresAt: at().notNull(),
  },
  (t) => [primaryKey({ columns: [t.functionId, t.key] }), index().on(t.expiresAt)],
);

/** One throttle or concurrency key. Whoever lets jobs through holds its row lock. */
export const engineGates = engine.table(
  "gates",
  {
    key: text().primaryKey(),
    /** GCRA's theoretical arrival time in milliseconds since 1970; fractions matter at odd rates. */
    tat: doublePrecision(),
    /** When to look again at the jobs parked here; null while none are. */
    wakeAt: at(),
    usedAt: at().notNull(),
  },
  (t) => [
    index().on(t.wakeAt).where(sql`wake_at is not null`),
    index().on(t.usedAt).where(sql`wake_at is null`),
  ],
);

/** Places taken at a concurrency gate; a job's end gives them back. */
export const engineSlots = engine.table(
  "slots",
  {
    key: text().notNull(),
    jobId: bigint({ mode: "number" })
      .notNull()
      .references(() => engineJobs.id, { onDelete: "cascade" }),
  },
  (t) => [primaryKey({ columns: [t.key, t.jobId] }), index().on(t.jobId)],
);
