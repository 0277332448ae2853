"use server";

import { revalidatePath } from "next/cache";
import { after } from "next/server";
import { memberAction } from "@/lib/action";
import { addressInput, addressOf, oneDelivery } from "@/lib/forwarding/input";
import { removeAddress, setAddress } from "@/lib/forwarding/queries";
import { resend } from "@/lib/forwarding/resend";
import { announceDeliveries } from "@/lib/inngest/announce";
import { getProduct } from "@/lib/products/queries";

/** An address stands in the settings, or in its product's tab. */
function showAnew(productId: string | null) {
  revalidatePath(productId === null ? "/settings" : `/products/${productId}/easycart`);
}

export const saveAddress = memberAction(
  "forwarding.save",
  addressInput,
  async (address, { storeId }) => {
    // Another store's product is "not found" rather than a broken key.
    if (address.productId !== null) await getProduct(storeId, address.productId);
    await setAddress(storeId, address);
    showAnew(address.productId);
  },
);

export const dropAddress = memberAction(
  "forwarding.remove",
  addressOf,
  async ({ productId }, { storeId }) => {
    await removeAddress(storeId, productId);
    showAnew(productId);
  },
);

export const sendAgain = memberAction(
  "forwarding.resend",
  oneDelivery,
  async ({ deliveryId }, { storeId }) => {
    const delivery = await resend(storeId, deliveryId);
    after(() => announceDeliveries([delivery]));
    revalidatePath("/deliveries", "layout");
  },
);
