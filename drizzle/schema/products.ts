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
import { at, createdAt, id, newEndpoint, oneOf, updatedAt } from "../columns";
import { storeId } from "./stores";

export const PRODUCT_KINDS = ["one_off", "free", "subscription"] as const;
export const PRODUCT_ORIGINS = ["manual", "discovered"] as const;

export const products = pgTable(
  "products",
  {
    id: id("pro"),
    storeId: storeId(),
    name: text().notNull(),
    kind: text({ enum: PRODUCT_KINDS }).notNull(),
    /** Days of access after the purchase; null: as long as it lasts in EasyCart. */
    accessDays: integer(),
    qrCodes: boolean().notNull().default(false),
    /** Scans that a new code allows; null: any number. */
    qrScans: integer(),
    easycartId: text(),
    endpoint: text().notNull().unique().$defaultFn(newEndpoint),
    origin: text({ enum: PRODUCT_ORIGINS }).notNull().default("manual"),
    /** Null while it is a draft. */
    savedAt: at(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    unique().on(t.storeId, t.id),
    uniqueIndex("products_easycart_id").on(t.storeId, t.easycartId),
    index().on(t.storeId, t.createdAt.desc()),
    check("products_kind", oneOf(t.kind, PRODUCT_KINDS)),
    check("products_origin", oneOf(t.origin, PRODUCT_ORIGINS)),
    check("products_qr_scans", sql`${t.qrScans} > 0`),
    check("products_access_days", sql`${t.accessDays} > 0`),
  ],
);

export const plans = pgTable(
  "plans",
  {
    id: id("pla"),
    storeId: storeId(),
    productId: text().notNull(),
    name: text().notNull(),
    position: integer().notNull(),
  },
  (t) => [
    foreignKey({
      columns: [t.storeId, t.productId],
      foreignColumns: [products.storeId, products.id],
    }).onDelete("cascade"),
    uniqueIndex("plans_name").on(t.storeId, t.productId, sql`lower(${t.name})`),
  ],
);
