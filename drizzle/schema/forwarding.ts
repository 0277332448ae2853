import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { DELIVERY_STATUSES } from "../../lib/forwarding/status";
import type { Exchange } from "../../lib/tools/tool";
import { at, createdAt, id, oneOf, updatedAt } from "../columns";
import { shopEvents } from "./events";
import { products } from "./products";
import { storeId } from "./stores";

/** Where a store's events are passed on to, unchanged. A product's own address overrides the store's. */
export const forwardingAddresses = pgTable(
  "forwarding_addresses",
  {
    id: id("fwd"),
    storeId: storeId(),
    /** Null: the store's. */
    productId: text(),
    url: text().notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    deletedAt: at(),
  },
  (t) => [
    unique().on(t.storeId, t.id),
    foreignKey({
      columns: [t.storeId, t.productId],
      foreignColumns: [products.storeId, products.id],
    }).onDelete("cascade"),
    uniqueIndex("forwarding_addresses_of_store")
      .on(t.storeId)
      .where(sql`product_id is null and deleted_at is null`),
    uniqueIndex("forwarding_addresses_of_product")
      .on(t.storeId, t.productId)
      .where(sql`deleted_at is null`),
  ],
);

/** One shop event on its way to an address. Made with the event, in the same transaction. */
export const deliveries = pgTable(
  "deliveries",
  {
    id: id("dlv"),
    storeId: storeId(),
    eventId: text().notNull(),
    addressId: text().notNull(),
    /** The product that the event was about, as far as it was known on arrival. */
    productId: text(),
    /** EasyCart's own signature of the body, passed on with it; null: it came without. */
    signature: text(),
    status: text({ enum: DELIVERY_STATUSES }).notNull().default("waiting"),
    /** Attempts begun so far. */
    tries: integer().notNull().default(0),
    /** Tries when the merchant last asked for it again: the patience counts from there. */
    triesBefore: integer().notNull().default(0),
    /** When something is to be done about it next; while it is being sent, when that counts as lost. */
    wakeAt: at(),
    createdAt: createdAt(),
    finishedAt: at(),
  },
  (t) => [
    unique().on(t.storeId, t.id),
    unique("deliveries_event").on(t.storeId, t.eventId),
    foreignKey({
      columns: [t.storeId, t.eventId],
      foreignColumns: [shopEvents.storeId, shopEvents.id],
    }),
    foreignKey({
      columns: [t.storeId, t.addressId],
      foreignColumns: [forwardingAddresses.storeId, forwardingAddresses.id],
    }),
    foreignKey({
      columns: [t.storeId, t.productId],
      foreignColumns: [products.storeId, products.id],
    }),
    index("deliveries_by_age").on(t.storeId, t.id.desc()),
    index("deliveries_by_product").on(t.storeId, t.productId, t.id.desc()),
    index("deliveries_of_address").on(t.addressId).where(sql`status = 'waiting'`),
    index("deliveries_to_wake").on(t.wakeAt).where(sql`wake_at is not null`),
    check("deliveries_status", oneOf(t.status, DELIVERY_STATUSES)),
    check("deliveries_finished", sql`(${t.status} = 'waiting') = (${t.finishedAt} is null)`),
    check("deliveries_awake", sql`(${t.status} = 'waiting') = (${t.wakeAt} is not null)`),
  ],
);

/** One try to deliver. Written before it begins, so that one cut off by a crash can be seen. */
export const deliveryAttempts = pgTable(
  "delivery_attempts",
  {
    id: id("dla"),
    storeId: storeId(),
    deliveryId: text().notNull(),
    number: integer().notNull(),
    /** "done" or a fault; null: begun, and nothing heard of since. */
    outcome: text(),
    words: text(),
    /** The request with its answer; null: none was made. */
    exchange: jsonb().$type<Exchange>(),
    startedAt: at().notNull(),
    finishedAt: at(),
  },
  (t) => [
    unique("delivery_attempts_number").on(t.deliveryId, t.number),
    foreignKey({
      columns: [t.storeId, t.deliveryId],
      foreignColumns: [deliveries.storeId, deliveries.id],
    }).onDelete("cascade"),
  ],
);
