import { boolean, foreignKey, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { updatedAt } from "../columns";
import { memberships, storeId } from "./stores";

/** What a person wants to hear of a store by mail; without a row, what their role suggests. */
export const letterChoices = pgTable(
  "letter_choices",
  {
    storeId: storeId(),
    userId: text().notNull(),
    alerts: boolean().notNull(),
    recoveries: boolean().notNull(),
    digest: boolean().notNull(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.storeId, t.userId] }),
    foreignKey({
      columns: [t.storeId, t.userId],
      foreignColumns: [memberships.storeId, memberships.userId],
    }).onDelete("cascade"),
  ],
);
