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
} from "drizzle-orm/pg-core";
import { at, createdAt, id, oneOf, updatedAt } from "../columns";
import { products } from "./products";
import { storeId } from "./stores";

/** Which reading of the body EasyCart's signature fits; unsigned: the store has no signing key. */
export const SIGNATURE_FORMS = ["raw", "compact", "unsigned"] as const;

export const customers = pgTable(
  "customers",
  {
    id: id("cus"),
    storeId: storeId(),
    /** Trimmed and lower-case. */
    email: text().notNull(),
    name: text(),
    firstName: text(),
    lastName: text(),
    easycartId: text(),
    /** When all that told who it was went; address and name stand for nobody since. */
    erasedAt: at(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    unique().on(t.storeId, t.id),
    unique("customers_email").on(t.storeId, t.email),
    index().on(t.storeId, t.easycartId),
  ],
);

/** What EasyCart told us, as received. Never changed but for the notes of what became of it. */
export const shopEvents = pgTable(
  "shop_events",
  {
    id: id("evt"),
    storeId: storeId(),
    /** Digest of what was said and where, so that the same thing said again is known. */
    key: text().notNull(),
    name: text().notNull(),
    /** The body's own text: jsonb would reorder it and refuse \u0000. */
    raw: text().notNull(),
    productId: text(),
    customerId: text(),
    /** The order that it names. */
    order: text(),
    signature: text({ enum: SIGNATURE_FORMS }).notNull(),
    isSample: boolean().notNull().default(false),
    /** How often EasyCart said it again. */
    repeats: integer().notNull().default(0),
    occurredAt: at().notNull(),
    receivedAt: at().notNull(),
    /** When its runs were planned; null: still to do. */
    plannedAt: at(),
    /** What kept it from being planned, in words for a developer. */
    trouble: text(),
    /** When what it told of people was taken out of `raw`. */
    emptiedAt: at(),
  },
  (t) => [
    unique().on(t.storeId, t.id),
    unique("shop_events_key").on(t.storeId, t.key),
    foreignKey({
      columns: [t.storeId, t.productId],
      foreignColumns: [products.storeId, products.id],
    }),
    foreignKey({
      columns: [t.storeId, t.customerId],
      foreignColumns: [customers.storeId, customers.id],
    }),
    index().on(t.storeId, t.receivedAt.desc(), t.id.desc()),
    index().on(t.storeId, t.customerId, t.receivedAt.desc()),
    index("shop_events_by_product").on(t.storeId, t.productId, t.receivedAt.desc(), t.id.desc()),
    index("shop_events_of_order").on(t.storeId, t.order).where(sql`"order" is not null`),
    index("shop_events_full").on(t.storeId, t.receivedAt).where(sql`emptied_at is null`),
    index("shop_events_unplanned").on(t.receivedAt).where(sql`planned_at is null`),
    check("shop_events_signature", oneOf(t.signature, SIGNATURE_FORMS)),
  ],
);

/** Whose right to which product ends when. One per order and person. */
export const accesses = pgTable(
  "accesses",
  {
    id: id("acc"),
    storeId: storeId(),
    productId: text().notNull(),
    customerId: text().notNull(),
    /** The order that gave it. */
    source: text().notNull(),
    plan: text(),
    startedAt: at().notNull(),
    /** When it ends; null: not known, or never. */
    endsAt: at(),
    endedAt: at(),
    /** The end of which it was said that it is near; null: not yet said of the end it has now. */
    announcedEnd: at(),
    updatedAt: updatedAt(),
  },
  (t) => [
    unique().on(t.storeId, t.id),
    unique("accesses_source").on(t.storeId, t.productId, t.customerId, t.source),
    foreignKey({
      columns: [t.storeId, t.productId],
      foreignColumns: [products.storeId, products.id],
    }),
    foreignKey({
      columns: [t.storeId, t.customerId],
      foreignColumns: [customers.storeId, customers.id],
    }),
    // For whoever goes through a product's accesses page by page.
    index("accesses_of_product").on(t.storeId, t.productId, t.id),
    index("accesses_open_end").on(t.endsAt).where(sql`ended_at is null`),
    index("accesses_to_announce")
      .on(t.endsAt)
      .where(sql`ended_at is null and announced_end is null`),
    index().on(t.storeId, t.customerId),
  ],
);

/** How an access's end moved, and which shop event moved it. */
export const accessChanges = pgTable(
  "access_changes",
  {
    id: id("ach"),
    storeId: storeId(),
    accessId: text().notNull(),
    eventId: text(),
    what: text().notNull(),
    endsAt: at(),
    at: at().notNull(),
  },
  (t) => [
    foreignKey({
      columns: [t.storeId, t.accessId],
      foreignColumns: [accesses.storeId, accesses.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.storeId, t.eventId],
      foreignColumns: [shopEvents.storeId, shopEvents.id],
    }),
    index().on(t.storeId, t.accessId, t.at),
    index().on(t.storeId, t.eventId),
  ],
);
