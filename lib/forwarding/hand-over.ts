import type { Tx } from "@/lib/db";
import { insertDelivery } from "./delivery-queries";
import { addressFor, productNamed } from "./queries";

/** What the engine must know of a delivery to bring it about. */
export type PlannedDelivery = { id: string; storeId: string; addressId: string };

type Arrived = {
  eventId: string;
  /** The product whose own address was used, if one's was. */
  productId: string | null;
  /** What the event says of its product. */
  said: { id?: string; name?: string };
  signature: string | null;
  receivedAt: Date;
};

/** What we pass on as a signature must be one, or a header could be smuggled in. */
const SIGNATURE = /^(sha256=)?[0-9a-f]{64}$/i;

/**
 * Puts a shop event on its way to the address that applies, in the transaction that stores it: what
 * has come is passed on, whatever automations make of it. Undefined: nobody wants it.
 */
export async function handOver(
  tx: Tx,
  storeId: string,
  { eventId, productId: told, said, signature, receivedAt }: Arrived,
): Promise<PlannedDelivery | undefined> {
  const productId = told ?? (await productNamed(tx, storeId, said));
  const address = await addressFor(tx, storeId, productId);
  if (!address) return undefined;
  const given = signature?.trim() ?? "";
  return await insertDelivery(tx, storeId, {
    eventId,
    productId,
    addressId: address.id,
    signature: SIGNATURE.test(given) ? given : null,
    wakeAt: receivedAt,
    createdAt: receivedAt,
  });
}
