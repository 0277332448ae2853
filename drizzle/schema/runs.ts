import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
} from "drizzle-orm/pg-core";
import type { Snapshot } from "../../lib/runs/snapshot";
import { RUN_STATUSES } from "../../lib/runs/status";
import type { Exchange } from "../../lib/tools/tool";
import { at, createdAt, id, newId, oneOf } from "../columns";
import { automations, integrations, versions } from "./automations";
import { backfills } from "./backfills";
import { accesses, customers, shopEvents } from "./events";
import { products } from "./products";
import { storeId } from "./stores";

export const ATTEMPT_KINDS = ["act", "confirm"] as const;

/**
 * One planned execution for one customer. Moving or cancelling a run writes into each of its indexes,
 * and a hundred thousand may be moved at once: an index must be worth that. What begins with an
 * automation's or a customer's id needs no store's before it, since theirs it is alone. A product's
 * runs are found by its automations.
 */
export const runs = pgTable(
  "runs",
  {
    id: text()
      .notNull()
      .$defaultFn(() => newId("run")),
    storeId: storeId(),
    automationId: text().notNull(),
    versionId: text().notNull(),
    productId: text().notNull(),
    customerId: text().notNull(),
    eventId: text().notNull(),
    accessId: text(),
    integrationId: text(),
    /** What happened, once: however often and in whatever order EasyCart tells it, it reads the same. */
    occurrence: text().notNull(),
    snapshot: jsonb().$type<Snapshot>().notNull(),
    status: text({ enum: RUN_STATUSES }).notNull(),
    fault: text(),
    /** Why it was skipped or cancelled: a key of messages/<locale>/activity.json. */
    reason: text(),
    /** The tool's own words about the outcome. */
    words: text(),
    /** The tool's number for what it queued. */
    ticket: text(),
    isSample: boolean().notNull().default(false),
    /** The backfill that made it; null: its event did, as it came. */
    backfillId: text(),
    dueAt: at().notNull(),
    /** When something is to be done about it next: the due moment, a retry, a reading-back; null: nothing. */
    wakeAt: at(),
    /** While it runs: until when nobody else may take it, by the machine's clock. */
    claimedUntil: at(),
    createdAt: createdAt(),
    startedAt: at(),
    finishedAt: at(),
    confirmedAt: at(),
  },
  (t) => [
    primaryKey({ columns: [t.storeId, t.id] }),
    unique("runs_occurrence").on(t.automationId, t.occurrence),
    foreignKey({
      columns: [t.storeId, t.automationId, t.versionId],
      foreignColumns: [versions.storeId, versions.automationId, versions.id],
    }),
    foreignKey({
      columns: [t.storeId, t.automationId],
      foreignColumns: [automations.storeId, automations.id],
    }),
    foreignKey({
      columns: [t.storeId, t.productId],
      foreignColumns: [products.storeId, products.id],
    }),
    foreignKey({
      columns: [t.storeId, t.customerId],
      foreignColumns: [customers.storeId, customers.id],
    }),
    foreignKey({
      columns: [t.storeId, t.eventId],
      foreignColumns: [shopEvents.storeId, shopEvents.id],
    }),
    foreignKey({
      columns: [t.storeId, t.accessId],
      foreignColumns: [accesses.storeId, accesses.id],
    }),
    foreignKey({
      columns: [t.storeId, t.integrationId],
      foreignColumns: [integrations.storeId, integrations.id],
    }),
    foreignKey({
      columns: [t.storeId, t.backfillId],
      foreignColumns: [backfills.storeId, backfills.id],
    }),
    index("runs_of_backfill").on(t.backfillId, t.status).where(sql`backfill_id is not null`),
    index("runs_by_status").on(t.storeId, t.status, t.dueAt.desc(), t.id.desc()),
    index("runs_by_automation").on(t.automationId, t.status, t.dueAt.desc(), t.id.desc()),
    index("runs_by_customer").on(t.customerId, t.dueAt.desc(), t.id.desc()),
    index("runs_of_event").on(t.eventId),
    index("runs_of_integration").on(t.integrationId).where(sql`status in ('waiting', 'running')`),
    index("runs_to_wake").on(t.wakeAt).where(sql`wake_at is not null`),
    check("runs_status", oneOf(t.status, RUN_STATUSES)),
    check(
      "runs_finished",
      sql`(${t.status} in ('waiting', 'running')) = (${t.finishedAt} is null)`,
    ),
    // Of whoever was erased nothing is left that a tool could be told.
    check("runs_erased", sql`not jsonb_exists(${t.snapshot}, 'erased') or ${t.wakeAt} is null`),
    check("runs_claimed", sql`(${t.status} = 'running') = (${t.claimedUntil} is not null)`),
  ],
);

/** One try of a run. Written before it begins, so that one cut off by a crash can be seen. */
export const attempts = pgTable(
  "attempts",
  {
    id: id("att"),
    storeId: storeId(),
    runId: text().notNull(),
    number: integer().notNull(),
    kind: text({ enum: ATTEMPT_KINDS }).notNull(),
    /** An outcome or a fault; null: begun, and nothing heard of since. */
    outcome: text(),
    words: text(),
    exchanges: jsonb().$type<Exchange[]>().notNull().default([]),
    startedAt: at().notNull(),
    finishedAt: at(),
  },
  (t) => [
    unique("attempts_number").on(t.runId, t.number),
    foreignKey({
      columns: [t.storeId, t.runId],
      foreignColumns: [runs.storeId, runs.id],
    }).onDelete("cascade"),
  ],
);
