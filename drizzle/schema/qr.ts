import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  text,
  unique,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { SCAN_KINDS } from "../../lib/qr/kind";
import { at, createdAt, id, newEndpoint, oneOf } from "../columns";
import { accesses, shopEvents } from "./events";
import { products } from "./products";
import { storeId, users } from "./stores";

/** A customer's code for one purchase, which is one access. */
export const qrCodes = pgTable(
  "qr_codes",
  {
    id: id("qrc"),
    storeId: storeId(),
    accessId: text().notNull(),
    /** The access's. */
    productId: text().notNull(),
    /**
     * What the code's address ends with: 160 bits. Kept as it is, since the picture is drawn from it
     * again and again, and since it opens nothing: a scan needs a signed-in member of the store.
     */
    token: text().notNull().unique().$defaultFn(newEndpoint),
    /** Its access turned out to be another one's: beside that one's own code it stays good. */
    merged: boolean().notNull().default(false),
    /** Scans so far. */
    scans: integer().notNull().default(0),
    /** Scans that are left; null: any number. */
    remaining: integer(),
    createdAt: createdAt(),
  },
  (t) => [
    unique().on(t.storeId, t.id),
    foreignKey({
      columns: [t.storeId, t.accessId],
      foreignColumns: [accesses.storeId, accesses.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.storeId, t.productId],
      foreignColumns: [products.storeId, products.id],
    }),
    uniqueIndex("qr_codes_access").on(t.storeId, t.accessId).where(sql`not merged`),
    index("qr_codes_of_product").on(t.storeId, t.productId, t.id.desc()),
    index("qr_codes_of_access").on(t.storeId, t.accessId),
    check("qr_codes_remaining", sql`${t.remaining} >= 0`),
  ],
);

/** What was done with a code, in order: a scan, or scans added to those left. */
export const qrScans = pgTable(
  "qr_scans",
  {
    id: id("qrs"),
    storeId: storeId(),
    codeId: text().notNull(),
    /** Made by the phone before it sends: a double tap says the same twice. */
    key: text().notNull(),
    kind: text({ enum: SCAN_KINDS }).notNull(),
    /** Scans taken (below zero) or added. */
    change: integer().notNull(),
    /** Left afterwards; null: any number. */
    remaining: integer(),
    /** Which of the code's scans it is; null: none was made. */
    number: integer(),
    /** The shop event that a scan is; null: none was made. */
    eventId: text(),
    userId: text().references(() => users.id, { onDelete: "set null" }),
    at: at().notNull(),
  },
  (t) => [
    unique("qr_scans_key").on(t.codeId, t.key),
    unique("qr_scans_number").on(t.codeId, t.number),
    foreignKey({
      columns: [t.storeId, t.codeId],
      foreignColumns: [qrCodes.storeId, qrCodes.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.storeId, t.eventId],
      foreignColumns: [shopEvents.storeId, shopEvents.id],
    }),
    index("qr_scans_by_age").on(t.codeId, t.id.desc()),
    check("qr_scans_kind", oneOf(t.kind, SCAN_KINDS)),
    check(
      "qr_scans_scan",
      sql`(${t.kind} = 'scan') = (${t.eventId} is not null and ${t.number} is not null)`,
    ),
    check(
      "qr_scans_change",
      sql`case when ${t.kind} = 'scan' then ${t.change} <= 0 else ${t.change} > 0 end`,
    ),
  ],
);
