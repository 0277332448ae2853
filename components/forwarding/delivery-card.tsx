"use client";

import { RotateCw } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ActionResult } from "@/lib/action";
import { Button } from "../ui/button";
import { Card, CardPart, Facts } from "../ui/card";
import { TextLink } from "../ui/text-link";
import { useToast } from "../ui/toast";
import { useDeed } from "../use-deed";
import { When } from "../when";
import type { ShownDelivery } from "./delivery-rows";
import { DeliveryStatus } from "./delivery-status";

interface Props {
  delivery: ShownDelivery;
  mayAct: boolean;
  zone: string;
  now: Date;
  sendAgain(input: { deliveryId: string }): Promise<ActionResult<void>>;
}

/** What a delivery is, and the one thing that may be done about it. */
export function DeliveryCard({ delivery, mayAct, zone, now, sendAgain }: Props) {
  const t = useTranslations("forwarding.delivery");
  const log = useTranslations("forwarding.log");
  const { show } = useToast();
  const { run, pending } = useDeed(
    sendAgain,
    () => show({ text: t("sent") }),
    (message) => show({ text: message, tone: "bad" }),
  );
  const { id, status, url, product, createdAt, wakeAt, tries } = delivery;
  const next = status === "waiting" && tries > 0 ? wakeAt : null;
  const when = (at: Date) => <When at={at} zone={zone} now={now} look="receipt" />;
  return (
    <Card>
      <CardPart className="grid justify-items-start gap-4">
        <DeliveryStatus status={status} boxed />
        <Facts
          facts={[
            { term: t("to"), children: <span className="font-mono text-code">{url}</span> },
            {
              term: t("product"),
              children: product ? (
                <TextLink href={`/products/${product.id}/easycart`}>{product.name}</TextLink>
              ) : (
                log("unknownProduct")
              ),
            },
            { term: t("received"), children: when(createdAt) },
            ...(next ? [{ term: t("next"), children: when(next) }] : []),
          ]}
        />
      </CardPart>
      {mayAct && status !== "cancelled" ? (
        <CardPart>
          <Button
            icon={<RotateCw aria-hidden />}
            pending={pending}
            pendingLabel={t("resending")}
            onClick={() => run({ deliveryId: id })}
          >
            {t("resend")}
          </Button>
        </CardPart>
      ) : null}
    </Card>
  );
}
