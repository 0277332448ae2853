import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { at, createdAt, id } from "../columns";
import { integrations } from "./automations";
import { forwardingAddresses } from "./forwarding";
import { storeId, users } from "./stores";

/**
 * A cause for which an integration is red, or nothing arrives at a forwarding address. Open until it
 * heals; the merchant hears of each once.
 */
export const alerts = pgTable(
  "alerts",
  {
    id: id("ale"),
    storeId: storeId(),
    integrationId: text(),
    addressId: text(),
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
    foreignKey({
      columns: [t.storeId, t.addressId],
      foreignColumns: [forwardingAddresses.storeId, forwardingAddresses.id],
    }).onDelete("cascade"),
    check("alerts_about", sql`num_nonnulls(integration_id, address_id) = 1`),
    uniqueIndex("alerts_open_of_address").on(t.addressId, t.cause).where(sql`healed_at is null`),
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
