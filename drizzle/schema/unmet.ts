import { foreignKey, jsonb, pgTable, text, unique } from "drizzle-orm/pg-core";
import type { Unmet } from "../../lib/automations/conditions";
import { createdAt, id } from "../columns";
import { versions } from "./automations";
import { shopEvents } from "./events";
import { storeId } from "./stores";

/** An automation that an event did not start, with the conditions that did not hold. */
export const unmetAutomations = pgTable(
  "unmet_automations",
  {
    id: id("unm"),
    storeId: storeId(),
    eventId: text().notNull(),
    automationId: text().notNull(),
    versionId: text().notNull(),
    /** As in `runs`: another event of the same occurrence may still start it. */
    occurrence: text().notNull(),
    unmet: jsonb().$type<Unmet[]>().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    unique("unmet_automations_occurrence").on(t.storeId, t.eventId, t.automationId, t.occurrence),
    foreignKey({
      columns: [t.storeId, t.eventId],
      foreignColumns: [shopEvents.storeId, shopEvents.id],
    }),
    foreignKey({
      columns: [t.storeId, t.automationId, t.versionId],
      foreignColumns: [versions.storeId, versions.automationId, versions.id],
    }),
  ],
);
