import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
} from "drizzle-orm/pg-core";
import { at, id, oneOf } from "../columns";
import { runs } from "./runs";
import { storeId, users } from "./stores";

export const STEERING_KINDS = ["cancel", "move", "start"] as const;

/** Waiting runs cancelled, moved or started together, by one deed of one person. */
export const steerings = pgTable(
  "steerings",
  {
    id: id("ste"),
    storeId: storeId(),
    userId: text().references(() => users.id, { onDelete: "set null" }),
    kind: text({ enum: STEERING_KINDS }).notNull(),
    /** How many runs it touched. */
    count: integer().notNull(),
    at: at().notNull(),
    undoneAt: at(),
    /** How many of them the undoing gave back their moment: the others have moved on meanwhile. */
    restored: integer(),
  },
  (t) => [
    unique().on(t.storeId, t.id),
    index().on(t.storeId, t.at.desc()),
    check("steerings_kind", oneOf(t.kind, STEERING_KINDS)),
    check("steerings_undone", sql`(${t.undoneAt} is null) = (${t.restored} is null)`),
    check("steerings_restored", sql`${t.restored} between 0 and ${t.count}`),
  ],
);

/** One of the runs, as it was before. */
export const steeredRuns = pgTable(
  "steered_runs",
  {
    steeringId: text().notNull(),
    storeId: text().notNull(),
    runId: text().notNull(),
    dueAt: at().notNull(),
    wakeAt: at().notNull(),
    /** Where it was moved; null: it was cancelled. */
    movedTo: at(),
  },
  (t) => [
    primaryKey({ columns: [t.steeringId, t.runId] }),
    foreignKey({
      columns: [t.storeId, t.steeringId],
      foreignColumns: [steerings.storeId, steerings.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.storeId, t.runId],
      foreignColumns: [runs.storeId, runs.id],
    }).onDelete("cascade"),
    index().on(t.runId),
  ],
);
