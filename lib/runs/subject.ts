import type { Tx } from "@/lib/db";
import { type Payload, parsePayload } from "@/lib/easycart/payload";
import type { ShopEvent } from "@/lib/easycart/queries";
import type { Occurrence } from "@/lib/triggers/occurrences";
import type { Snapshot } from "./snapshot";
import { subjectRows } from "./subject-queries";

/** Whom and what an occurrence is about, as a run's snapshot keeps it. */
export type Subject = {
  store: { id: string; name: string; timeZone: string; locale: string };
  product: Snapshot["product"];
  contact: Snapshot["contact"];
  payload: Payload;
};

export async function subjectOf(
  tx: Tx,
  storeId: string,
  event: ShopEvent,
  occurrence: Occurrence,
): Promise<Subject> {
  const { store, product, customer } = await subjectRows(tx, storeId, occurrence);
  return {
    store,
    product: {
      id: product.id,
      easycartId: product.easycartId ?? undefined,
      name: product.name,
    },
    contact: {
      email: customer.email,
      name: customer.name ?? undefined,
      firstName: customer.firstName ?? undefined,
      lastName: customer.lastName ?? undefined,
    },
    payload: parsePayload(JSON.parse(event.raw), store.timeZone),
  };
}
