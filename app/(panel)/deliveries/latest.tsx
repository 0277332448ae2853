import { getTranslations } from "next-intl/server";
import { DeliveryRows } from "@/components/forwarding/delivery-rows";
import { TextLink } from "@/components/ui/text-link";
import type { Member } from "@/lib/auth/queries";
import { now } from "@/lib/clock";
import { listDeliveries } from "@/lib/forwarding/log-queries";
import { shown } from "./shown";

const LATEST = 5;

/** The last deliveries under the form of their address, with the way to all of them. */
export async function LatestDeliveries({
  member,
  productId,
}: {
  member: Member;
  productId?: string;
}) {
  const [{ rows }, t] = await Promise.all([
    listDeliveries(member.storeId, { productId, limit: LATEST }),
    getTranslations("forwarding.log"),
  ]);
  if (rows.length === 0) return null;
  const query = productId ? `?product=${productId}` : "";
  return (
    <div className="pt-6">
      <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 className="text-small font-medium">{t("latest")}</h3>
        <TextLink href={`/deliveries${query}`} className="text-small">
          {t("all")}
        </TextLink>
      </div>
      <DeliveryRows
        deliveries={await shown(rows)}
        label={t("latest")}
        zone={member.store.timeZone}
        now={now()}
      />
    </div>
  );
}
