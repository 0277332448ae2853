import { now } from "@/lib/clock";
import { db } from "@/lib/db";
import { NotFoundError, UserError } from "@/lib/errors";
import { lockDelivery, updateDelivery } from "./delivery-queries";
import type { PlannedDelivery } from "./hand-over";

/** Puts a delivery on its way once more, or at once where it waits for its next attempt. */
export async function resend(storeId: string, deliveryId: string): Promise<PlannedDelivery> {
  return await db().transaction(async (tx) => {
    const found = await lockDelivery(tx, storeId, deliveryId);
    if (!found) throw new NotFoundError();
    const { id, addressId, status, tries } = found;
    if (status === "cancelled") throw new UserError("deliveryAddressGone");
    await updateDelivery(tx, storeId, deliveryId, {
      ...{ status: "waiting", finishedAt: null },
      ...{ wakeAt: now(), triesBefore: tries },
    });
    return { id, storeId, addressId };
  });
}
