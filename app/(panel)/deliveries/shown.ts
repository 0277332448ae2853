import "server-only";
import { getTranslations } from "next-intl/server";
import type { ShownDelivery } from "@/components/forwarding/delivery-rows";
import type { ListedDelivery } from "@/lib/forwarding/log-queries";

/** Deliveries with their events named in the reader's words; a name we don't know stays what it is. */
export async function shown<D extends ListedDelivery>(
  deliveries: readonly D[],
): Promise<(D & ShownDelivery)[]> {
  const names = await getTranslations("events.name");
  return deliveries.map((delivery) => {
    const name = delivery.event.name as Parameters<typeof names>[0];
    return { ...delivery, eventName: names.has(name) ? names(name) : name };
  });
}
