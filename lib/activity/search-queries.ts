import "server-only";
import { and, asc, desc, eq, ilike, isNull } from "drizzle-orm";
import { automations } from "@/drizzle/schema/automations";
import { customers } from "@/drizzle/schema/events";
import { products } from "@/drizzle/schema/products";
import { isNamed } from "@/lib/access/named-queries";
import { db } from "@/lib/db";
import { containing } from "@/lib/like";

/** Of each kind; who wants more narrows the search. */
const SHOWN = 20;

/** Customers, automations and products with `text` in their name or address. */
export async function searchStore(storeId: string, text: string) {
  const pattern = containing(text);
  const [people, rules, goods] = await Promise.all([
    db()
      .select({ id: customers.id, name: customers.name, email: customers.email })
      .from(customers)
      .where(and(eq(customers.storeId, storeId), isNamed(text)))
      .orderBy(desc(customers.updatedAt))
      .limit(SHOWN),
    db()
      .select({ id: automations.id, name: automations.name, product: products.name })
      .from(automations)
      .innerJoin(
        products,
        and(eq(products.storeId, storeId), eq(products.id, automations.productId)),
      )
      .where(
        and(
          eq(automations.storeId, storeId),
          isNull(automations.deletedAt),
          ilike(automations.name, pattern),
        ),
      )
      .orderBy(asc(automations.name))
      .limit(SHOWN),
    db()
      .select({ id: products.id, name: products.name })
      .from(products)
      .where(and(eq(products.storeId, storeId), ilike(products.name, pattern)))
      .orderBy(asc(products.name))
      .limit(SHOWN),
  ]);
  return { customers: people, automations: rules, products: goods };
}
