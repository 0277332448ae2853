"use server";

import { revalidatePath } from "next/cache";
import { after } from "next/server";
import { memberAction } from "@/lib/action";
import { noted } from "@/lib/deeds/noted";
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
  async (address, { storeId, userId }) => {
    // Another store's product is "not found" rather than a broken key.
    if (address.productId !== null) await getProduct(storeId, address.productId);
    const deed = { userId, what: "forwarding_set" as const, name: new URL(address.url).host };
    await noted(storeId, { ...deed, subject: address.productId ?? undefined }, (tx) =>
      setAddress(storeId, address, tx),
    );
    showAnew(address.productId);
  },
);

export const dropAddress = memberAction(
  "forwarding.remove",
  addressOf,
  async ({ productId }, { storeId, userId }) => {
    const deed = { userId, what: "forwarding_removed" as const, subject: productId ?? undefined };
    await noted(storeId, deed, (tx) => removeAddress(storeId, productId, tx));
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
