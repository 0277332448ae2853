import "server-only";
import type { z } from "zod";
import { UserError } from "@/lib/errors";
import { getProduct } from "@/lib/products/queries";
import { getSigningKey, getStore } from "@/lib/stores/queries";
import type { sampleInput } from "./input";
import { type Received, receiveEvent } from "./receive";
import { type SampleEvent, sampleEvent } from "./samples";
import { signBody } from "./sign";

/** Posts one of the samples to the product's own address, as EasyCart would. */
export async function sendSample(
  storeId: string,
  { productId, event, email }: z.output<typeof sampleInput>,
): Promise<Received> {
  const [product, store, key] = await Promise.all([
    getProduct(storeId, productId),
    getStore(storeId),
    getSigningKey(storeId),
  ]);
  if (!product.savedAt) throw new UserError("sampleNeedsSaved");
  const [plan, newPlan] = product.plans.map(({ name }) => name);
  const payload = sampleEvent(event, {
    event: nameIn(store, event),
    email,
    productId: product.easycartId ?? undefined,
    productName: product.name,
    plan,
    newPlan,
  });
  const rawBody = Buffer.from(JSON.stringify(payload));
  const signature = key === null ? undefined : signBody(rawBody, key);
  const { endpoint } = product;
  return await receiveEvent({ endpoint, rawBody, signature, isSample: true });
}

type Names = { cartRecoveryEvent: string; qrScannedEvent: string };

/** What the store calls an event whose name EasyCart does not publish. */
function nameIn({ cartRecoveryEvent, qrScannedEvent }: Names, event: SampleEvent): string {
  if (event === "cart_recovery_started") return cartRecoveryEvent;
  return event === "qr_code_scanned" ? qrScannedEvent : event;
}
