import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import type { Condition } from "../../lib/automations/conditions";
import type { ExitRule } from "../../lib/automations/exit-rules";
import { LATE_CHOICES, type Moment } from "../../lib/automations/moment";
import type { SendingWindow } from "../../lib/automations/sending-window";
import type { FieldValues } from "../../lib/tools/tool";
import { TRIGGERS } from "../../lib/triggers/trigger";
import { at, createdAt, id, oneOf, updatedAt } from "../columns";
import { products } from "./products";
import { storeId, users } from "./stores";

export const CONNECTIONS = ["unchecked", "connected", "broken", "paused"] as const;

/** A store's named, configured tool. */
export const integrations = pgTable(
  "integrations",
  {
    id: id("int"),
    storeId: storeId(),
    tool: text().notNull(),
    name: text().notNull(),
    /** JSON of the tool's credential fields, sealed for this row; emptied when it is deleted. */
    sealedCredentials: text(),
    /** Whose account the credentials open, as the tool says. */
    account: text(),
    connection: text({ enum: CONNECTIONS }).notNull().default("unchecked"),
    fault: text(),
    /** The tool's own words about the fault. */
    words: text(),
    checkedAt: at(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    deletedAt: at(),
  },
  (t) => [
    unique().on(t.storeId, t.id),
    uniqueIndex("integrations_name")
      .on(t.storeId, sql`lower(${t.name})`)
      .where(sql`deleted_at is null`),
    check("integrations_connection", oneOf(t.connection, CONNECTIONS)),
  ],
);

export const automations = pgTable(
  "automations",
  {
    id: id("aut"),
    storeId: storeId(),
    productId: text().notNull(),
    name: text().notNull(),
    enabled: boolean().notNull().default(true),
    /** The number of the version that new runs get. */
    version: integer().notNull().default(1),
    /**
     * Up to which access the runs before its end were planned, for those whose end was known before
     * the automation was; null: nothing is left to plan.
     */
    aheadAfter: text(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    deletedAt: at(),
  },
  (t) => [
    unique().on(t.storeId, t.id),
    foreignKey({
      columns: [t.storeId, t.productId],
      foreignColumns: [products.storeId, products.id],
    }),
    index().on(t.storeId, t.productId).where(sql`deleted_at is null`),
    index("automations_to_plan_ahead").on(t.id).where(sql`ahead_after is not null`),
  ],
);

/** An automation as published. Never changed afterwards: runs belong to it for ever. */
export const versions = pgTable(
  "automation_versions",
  {
    id: id("ver"),
    storeId: storeId(),
    automationId: text().notNull(),
    number: integer().notNull(),
    trigger: text({ enum: TRIGGERS }).notNull(),
    /** Null: at the event. */
    moment: jsonb().$type<Moment>(),
    /** What happens when a moment before the event is past already as the event becomes known. */
    late: text({ enum: LATE_CHOICES }).notNull().default("skip"),
    /** What must hold of the event, all of it. */
    conditions: jsonb().$type<Condition[]>().notNull().default([]),
    /** What keeps a run that waits from happening. */
    exitRules: jsonb().$type<ExitRule[]>().notNull().default([]),
    /** Null: at any time. */
    sendingWindow: jsonb().$type<SendingWindow>(),
    tool: text().notNull(),
    /** Null where the tool needs no configuration. */
    integrationId: text(),
    action: text().notNull(),
    input: jsonb().$type<FieldValues>().notNull(),
    /** What the chosen values are called, as the tool said when they were chosen. */
    labels: jsonb().$type<FieldValues>().notNull(),
    createdAt: createdAt(),
    createdBy: text().references(() => users.id, { onDelete: "set null" }),
  },
  (t) => [
    unique().on(t.storeId, t.automationId, t.id),
    unique("automation_versions_number").on(t.storeId, t.automationId, t.number),
    foreignKey({
      columns: [t.storeId, t.automationId],
      foreignColumns: [automations.storeId, automations.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.storeId, t.integrationId],
      foreignColumns: [integrations.storeId, integrations.id],
    }),
    check("automation_versions_trigger", oneOf(t.trigger, TRIGGERS)),
    check("automation_versions_late", oneOf(t.late, LATE_CHOICES)),
  ],
);
