import "server-only";
import { db } from "@/lib/db";
import { issueCodes, openAccesses } from "./queries";

/** Accesses that one step looks at. */
const STEP = 500;

/** One step through a product's purchases from before it had codes. `next`: where to go on; null: all were seen. */
export async function issueEarlier(
  storeId: string,
  productId: string,
  after: string | undefined,
): Promise<{ made: number; next: string | null }> {
  const ids = await openAccesses(storeId, productId, { after, limit: STEP });
  const made = await issueCodes(db(), storeId, ids);
  return { made, next: ids.length === STEP ? (ids.at(-1) ?? null) : null };
}
