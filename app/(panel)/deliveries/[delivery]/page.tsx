import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { found } from "@/app/found";
import { pretty } from "@/components/activity/exchange";
import { Live } from "@/components/activity/live";
import { DeliveryAttempts } from "@/components/forwarding/delivery-attempts";
import { DeliveryCard } from "@/components/forwarding/delivery-card";
import { Page } from "@/components/shell/page";
import { Columns } from "@/components/ui/card";
import { Code, Fold } from "@/components/ui/fold";
import { requireMember } from "@/lib/auth/session";
import { now } from "@/lib/clock";
import { cargoOf } from "@/lib/forwarding/delivery-queries";
import { getDelivery } from "@/lib/forwarding/log-queries";
import { ClientWords } from "@/lib/i18n/client-words";
import { readWords } from "@/lib/tools/words";
import { sendAgain } from "../actions";
import { shown } from "../shown";

interface Props {
  params: Promise<{ delivery: string }>;
}

const LIVE_SECONDS = 2;

const load = cache(async (deliveryId: string) => {
  const member = await requireMember();
  const delivery = await found(getDelivery(member.storeId, deliveryId));
  const [named] = await shown([delivery]);
  return { member, delivery: named ?? { ...delivery, eventName: delivery.event.name } };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { delivery } = await load((await params).delivery);
  return { title: delivery.eventName };
}

export default async function DeliveryPage({ params }: Props) {
  const { member, delivery } = await load((await params).delivery);
  const [t, settings, locale, cargo] = await Promise.all([
    getTranslations("forwarding"),
    getTranslations("settings"),
    getLocale(),
    cargoOf(member.storeId, delivery.id),
  ]);
  const at = { zone: member.store.timeZone, now: now() };
  const attempts = delivery.attempts.map((attempt) => ({
    ...attempt,
    words: attempt.words ? readWords(attempt.words, locale).text : undefined,
  }));
  return (
    <ClientWords areas={["forwarding"]}>
      <Page
        crumbs={[
          { label: settings("title"), href: "/settings" },
          { label: t("log.title"), href: "/deliveries" },
          { label: delivery.eventName },
        ]}
      >
        {delivery.status === "waiting" ? <Live seconds={LIVE_SECONDS} /> : null}
        <Columns
          aside={
            <DeliveryCard
              delivery={delivery}
              mayAct={member.role !== "viewer"}
              sendAgain={sendAgain}
              {...at}
            />
          }
        >
          <h1 className="pb-4 text-title">{delivery.eventName}</h1>
          <h2 className="pt-1 pb-2.5 text-section">{t("delivery.attempts")}</h2>
          <DeliveryAttempts attempts={attempts} {...at} />
          <Fold title={t("delivery.body")} className="mt-6">
            <Code>{pretty(cargo?.raw ?? "")}</Code>
          </Fold>
        </Columns>
      </Page>
    </ClientWords>
  );
}
