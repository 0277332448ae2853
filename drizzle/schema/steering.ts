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
import { storeId, users } from "./stores";

/** "edit": moved to where an edit's timing has them. */
export const STEERING_KINDS = ["cancel", "move", "start", "edit"] as const;

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
    index("steerings_by_age").on(t.at),
    check("steerings_kind", oneOf(t.kind, STEERING_KINDS)),
    check("steerings_undone", sql`(${t.undoneAt} is null) = (${t.restored} is null)`),
    check("steerings_restored", sql`${t.restored} between 0 and ${t.count}`),
  ],
);

/**
 * Some of the runs, as they were before; of each, what stands at one place of the arrays. A row for
 * each run, with its foreign keys, would cost a third of what changing the run itself costs.
 */
export const steeringParts = pgTable(
  "steering_parts",
  {
    steeringId: text().notNull(),
    storeId: text().notNull(),
    /** Its soonest moment and its first run: names the part and gives the order in which they are told. */
    first: text().notNull(),
    runIds: text().array().notNull(),
    dueAts: at().array().notNull(),
    wakeAts: at().array().notNull(),
    /** Where they were moved; nulls: they were cancelled. */
    movedTo: at().array().notNull(),
    /** The number of the version whose timing each had; nulls: that stayed as it was. */
    timedBy: integer().array().notNull(),
    undoneAt: at(),
    restored: integer(),
  },
  (t) => [
    primaryKey({ columns: [t.steeringId, t.first] }),
    foreignKey({
      columns: [t.storeId, t.steeringId],
      foreignColumns: [steerings.storeId, steerings.id],
    }).onDelete("cascade"),
    check(
      "steering_parts_length",
      sql`cardinality(${t.runIds}) = all (array[cardinality(${t.dueAts}), cardinality(${t.wakeAts}), cardinality(${t.movedTo}), cardinality(${t.timedBy})])`,
    ),
    check("steering_parts_undone", sql`(${t.undoneAt} is null) = (${t.restored} is null)`),
  ],
);
