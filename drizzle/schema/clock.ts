import { sql } from "drizzle-orm";
import { bigint, boolean, check, pgTable } from "drizzle-orm/pg-core";

/** How far the demo's time machine has moved the clock of this installation: one row, or none while it goes right. */
export const clock = pgTable(
  "clock",
  {
    id: boolean().primaryKey().default(true),
    /** In milliseconds, ahead of the machine's clock. */
    offset: bigint({ mode: "number" }).notNull(),
  },
  (t) => [check("clock_one_row", sql`${t.id}`)],
);
