import { and, desc, eq, gt, sql } from "drizzle-orm";
import { customers, shopEvents } from "@/drizzle/schema/events";
import { runs } from "@/drizzle/schema/runs";
import type { Tx } from "@/lib/db";

export type Customer = typeof customers.$inferSelect;
type NewCustomer = Omit<typeof customers.$inferInsert, "storeId">;

/** More than one person has of one number; who sends the same number for all must not be slow. */
const MOST_NAMESAKES = 50;

/**
 * The customer with that address, locked until the transaction ends, so that a customer's events are
 * applied one after the other. Leaves rows that refer to it free.
 */
export async function customerByEmail(tx: Tx, storeId: string, email: string) {
  const [customer] = await tx
    .select()
    .from(customers)
    .where(and(eq(customers.storeId, storeId), eq(customers.email, email)))
    .for("no key update");
  return customer;
}

/** Customers whom EasyCart knows by that number, the latest first; locked. */
export function customersByEasycartId(tx: Tx, storeId: string, easycartId: string) {
  return tx
    .select()
    .from(customers)
    .where(and(eq(customers.storeId, storeId), eq(customers.easycartId, easycartId)))
    .orderBy(desc(customers.updatedAt), desc(customers.id))
    .limit(MOST_NAMESAKES)
    .for("no key update");
}

/** Undefined when somebody else was quicker. */
export async function insertCustomer(tx: Tx, storeId: string, customer: NewCustomer) {
  const [row] = await tx
    .insert(customers)
    .values({ ...customer, storeId })
    .onConflictDoNothing({ target: [customers.storeId, customers.email] })
    .returning();
  return row;
}

export async function updateCustomer(
  tx: Tx,
  storeId: string,
  customerId: string,
  change: Partial<NewCustomer>,
): Promise<Customer> {
  const [row] = await tx
    .update(customers)
    .set(change)
    .where(and(eq(customers.storeId, storeId), eq(customers.id, customerId)))
    .returning();
  if (!row) throw new Error("The customer is gone");
  return row;
}

/** Whether something is known of the customer that happened after `at`; of that name, if one is given. */
export async function hasNewerEvent(
  tx: Tx,
  storeId: string,
  customerId: string,
  at: Date,
  name?: string,
): Promise<boolean> {
  const rows = await tx
    .select({ id: shopEvents.id })
    .from(shopEvents)
    .where(
      and(
        eq(shopEvents.storeId, storeId),
        eq(shopEvents.customerId, customerId),
        gt(shopEvents.occurredAt, at),
        name === undefined ? undefined : eq(shopEvents.name, name),
      ),
    )
    .limit(1);
  return rows.length > 0;
}

/** The products that something is known about for a customer. */
export function productsOfCustomer(tx: Tx, storeId: string, customerId: string) {
  return tx
    .selectDistinct({ id: shopEvents.productId })
    .from(shopEvents)
    .where(
      and(
        eq(shopEvents.storeId, storeId),
        eq(shopEvents.customerId, customerId),
        sql`${shopEvents.productId} is not null`,
      ),
    );
}

/** Runs that still wait go to where the customer can be reached now. */
export async function followContact(tx: Tx, storeId: string, customer: Customer): Promise<void> {
  const { email, name, firstName, lastName } = customer;
  const contact = {
    email,
    name: name ?? undefined,
    firstName: firstName ?? undefined,
    lastName: lastName ?? undefined,
  };
  await tx
    .update(runs)
    .set({
      snapshot: sql`jsonb_set(${runs.snapshot}, '{contact}', ${JSON.stringify(contact)}::jsonb)`,
    })
    .where(
      and(eq(runs.storeId, storeId), eq(runs.customerId, customer.id), eq(runs.status, "waiting")),
    );
}
