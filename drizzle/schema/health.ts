import { sql } from "drizzle-orm";
import { foreignKey, index, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { at, createdAt, id } from "../columns";
import { integrations } from "./automations";
import { storeId, users } from "./stores";

/** A cause for which an integration is red. Open until it heals; the merchant hears of each once. */
export const alerts = pgTable(
  "alerts",
  {
    id: id("ale"),
    storeId: storeId(),
    integrationId: text().notNull(),
    cause: text().notNull(),
    raisedAt: at().notNull(),
    mailedAt: at(),
    healedAt: at(),
    healMailedAt: at(),
  },
  (t) => [
    foreignKey({
      columns: [t.storeId, t.integrationId],
      foreignColumns: [integrations.storeId, integrations.id],
    }).onDelete("cascade"),
    uniqueIndex("alerts_open").on(t.integrationId, t.cause).where(sql`healed_at is null`),
    index().on(t.storeId, t.raisedAt.desc()),
  ],
);

/** A tool that a merchant misses. */
export const toolWishes = pgTable(
  "tool_wishes",
  {
    id: id("wis"),
    storeId: storeId(),
    userId: text().references(() => users.id, { onDelete: "set null" }),
    tool: text().notNull(),
    purpose: text().notNull(),
    createdAt: createdAt(),
  },
  (t) => [index().on(t.storeId, t.createdAt.desc())],
);

/** When the next request through an account may leave, so that all processes keep its limit together. */
export const toolPaces = pgTable("tool_paces", {
  account: text().primaryKey(),
  /** Theoretical arrival time of the generic cell rate algorithm. */
  tat: at().notNull(),
});
