import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { now } from "../../lib/clock";
import { at, createdAt, id, newEndpoint, oneOf, updatedAt } from "../columns";

export const LOCALES = ["pl", "en"] as const;
export const ROLES = ["owner", "editor", "viewer"] as const;

export const stores = pgTable(
  "stores",
  {
    id: id("sto"),
    name: text().notNull(),
    timeZone: text().notNull().default("Europe/Warsaw"),
    locale: text({ enum: LOCALES }).notNull().default("pl"),
    endpoint: text().notNull().unique().$defaultFn(newEndpoint),
    /** EasyCart's webhook signing key, sealed; null: EasyCart does not sign. */
    sealedSigningKey: text(),
    /** Names that EasyCart does not publish; a shop that learns the real ones sets them here. */
    cartRecoveryEvent: text().notNull().default("cart_recovery_started"),
    qrScannedEvent: text().notNull().default("qr_code_scanned"),
    /** When the morning's letter is next to be thought of. */
    digestDueAt: at().notNull().$defaultFn(now),
    /** For how many months events and requests keep what they tell of people; null: for ever. */
    keepMonths: integer(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    check("stores_keep_months", sql`${t.keepMonths} in (3, 12, 24)`),
    check("stores_locale", oneOf(t.locale, LOCALES)),
    index("stores_digest_due").on(t.digestDueAt),
  ],
);

export const storeId = () =>
  text()
    .notNull()
    .references(() => stores.id, { onDelete: "cascade" });

export const users = pgTable(
  "users",
  {
    id: id("usr"),
    email: text().notNull(),
    name: text().notNull(),
    passwordHash: text().notNull(),
    locale: text({ enum: LOCALES }).notNull().default("pl"),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("users_email").on(sql`lower(${t.email})`),
    check("users_locale", oneOf(t.locale, LOCALES)),
  ],
);

export const memberships = pgTable(
  "memberships",
  {
    storeId: storeId(),
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    role: text({ enum: ROLES }).notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.storeId, t.userId] }),
    index().on(t.userId),
    check("memberships_role", oneOf(t.role, ROLES)),
  ],
);

/** Failed sign-ins per e-mail and per address, kept for the quarter of an hour that slows them down. */
export const signInFailures = pgTable(
  "sign_in_failures",
  { id: id("sif"), key: text().notNull(), at: at().notNull() },
  (t) => [index().on(t.key, t.at)],
);
