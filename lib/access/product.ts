import { now } from "@/lib/clock";
import type { Tx } from "@/lib/db";
import type { Payload } from "@/lib/easycart/payload";
import type { ShopEvent } from "@/lib/easycart/queries";
import {
  insertProduct,
  type Product,
  productByEasycartId,
  productById,
  productByName,
} from "./product-queries";

/**
 * The product that an event is about. The address it was posted to comes first, then EasyCart's id of
 * the product, which makes an unknown product known, then its name. Undefined: the event stays without.
 */
export async function productOf(
  tx: Tx,
  storeId: string,
  event: ShopEvent,
  payload: Payload,
): Promise<Product | undefined> {
  const { id, name } = payload.product;
  if (event.productId) return await productById(tx, storeId, event.productId);
  if (!id) return name ? await productByName(tx, storeId, name) : undefined;
  return (
    (await productByEasycartId(tx, storeId, id)) ??
    (await insertProduct(tx, storeId, discovered(id, payload))) ??
    (await productByEasycartId(tx, storeId, id))
  );
}

const MAX_NAME = 200;

function discovered(easycartId: string, payload: Payload) {
  return {
    name: (payload.product.name ?? easycartId).slice(0, MAX_NAME),
    kind: kindOf(payload),
    easycartId,
    origin: "discovered" as const,
    savedAt: now(),
  };
}

function kindOf({ name, isSubscription, amount }: Payload): Product["kind"] {
  if (isSubscription || name.startsWith("subscription_")) return "subscription";
  return amount !== undefined && Number(amount) === 0 ? "free" : "one_off";
}
