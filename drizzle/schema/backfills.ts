import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  text,
  unique,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { BACKFILL_STATUSES, BACKFILLED_AT_MOST } from "../../lib/runs/backfill/status";
import { at, createdAt, id, oneOf } from "../columns";
import { versions } from "./automations";
import { storeId, users } from "./stores";

/** Runs of a published automation for past customers, planned a page after another. */
export const backfills = pgTable(
  "backfills",
  {
    id: id("bkf"),
    storeId: storeId(),
    automationId: text().notNull(),
    versionId: text().notNull(),
    userId: text().references(() => users.id, { onDelete: "set null" }),
    /** The events looked at: received from `since` until just before `until`. */
    since: at().notNull(),
    until: at().notNull(),
    /** Only these events; null: all. */
    chosen: text().array(),
    /** How many runs it was said to make at most. */
    expected: integer().notNull(),
    perMinute: integer().notNull(),
    status: text({ enum: BACKFILL_STATUSES }).notNull().default("running"),
    /** Why it stopped by itself: a key of `backfill.reason` in messages/<locale>/history.json. */
    reason: text(),
    /** The last event looked at; null: none yet. */
    afterAt: at(),
    afterId: text(),
    /** When its next run may come: what keeps the pace. */
    slot: at().notNull(),
    planned: integer().notNull().default(0),
    /** When its next page is planned; null: it rests or is over. */
    nextAt: at(),
    createdAt: createdAt(),
    finishedAt: at(),
  },
  (t) => [
    unique().on(t.storeId, t.id),
    foreignKey({
      columns: [t.storeId, t.automationId, t.versionId],
      foreignColumns: [versions.storeId, versions.automationId, versions.id],
    }),
    uniqueIndex("backfills_open")
      .on(t.storeId, t.automationId)
      .where(sql`status in ('running', 'paused')`),
    index("backfills_of_automation").on(t.storeId, t.automationId, t.createdAt.desc()),
    index("backfills_due").on(t.nextAt).where(sql`next_at is not null`),
    check("backfills_status", oneOf(t.status, BACKFILL_STATUSES)),
    check("backfills_next", sql`(${t.status} = 'running') = (${t.nextAt} is not null)`),
    check(
      "backfills_finished",
      sql`(${t.status} in ('stopped', 'done')) = (${t.finishedAt} is not null)`,
    ),
    check("backfills_cursor", sql`(${t.afterAt} is null) = (${t.afterId} is null)`),
    check(
      "backfills_planned",
      sql`${t.planned} between 0 and ${sql.raw(String(BACKFILLED_AT_MOST))}`,
    ),
    check("backfills_pace", sql`${t.perMinute} > 0`),
    check("backfills_window", sql`${t.since} < ${t.until}`),
  ],
);
