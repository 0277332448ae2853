import { sql } from "drizzle-orm";
import { check, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { at, createdAt, id, oneOf } from "../columns";
import { ROLES, storeId, users } from "./stores";

/** Somebody asked to join a store. Gone once accepted or withdrawn, so that its link works once. */
export const invitations = pgTable(
  "invitations",
  {
    id: id("inv"),
    storeId: storeId(),
    /** Lower-case. */
    email: text().notNull(),
    role: text({ enum: ROLES }).notNull(),
    /** SHA-256 of what the link ends with: whoever reads the table can't join. */
    tokenHash: text().notNull().unique(),
    invitedBy: text().references(() => users.id, { onDelete: "set null" }),
    createdAt: createdAt(),
    expiresAt: at().notNull(),
  },
  (t) => [
    // One for a person: a second invitation replaces the first, whose link ends.
    uniqueIndex("invitations_email").on(t.storeId, sql`lower(${t.email})`),
    check("invitations_role", oneOf(t.role, ROLES)),
  ],
);
