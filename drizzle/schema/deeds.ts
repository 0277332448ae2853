import { check, index, pgTable, text } from "drizzle-orm/pg-core";
import { DEEDS } from "../../lib/deeds/what";
import { at, id, oneOf } from "../columns";
import { storeId, users } from "./stores";

/** Who changed what. Written in the transaction of the change, and never changed itself. */
export const deeds = pgTable(
  "deeds",
  {
    id: id("dee"),
    storeId: storeId(),
    userId: text().references(() => users.id, { onDelete: "set null" }),
    what: text({ enum: DEEDS }).notNull(),
    /** Id of what was changed; it may be gone. Null: the store itself. */
    subject: text(),
    /** What it was called then, or how many there were. Of a customer nothing: it would outlive their erasure. */
    name: text(),
    at: at().notNull(),
  },
  (t) => [
    index("deeds_by_age").on(t.storeId, t.id.desc()),
    check("deeds_what", oneOf(t.what, DEEDS)),
  ],
);
