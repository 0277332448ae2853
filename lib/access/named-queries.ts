import { ilike, or } from "drizzle-orm";
import { customers } from "@/drizzle/schema/events";
import { containing } from "@/lib/like";

/** For a query of customers: `text` stands somewhere in the address or the name. */
export function isNamed(text: string) {
  const pattern = containing(text);
  return or(ilike(customers.email, pattern), ilike(customers.name, pattern));
}
