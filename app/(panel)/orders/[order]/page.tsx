import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { shown } from "@/app/(panel)/activity/shown";
import { shownUnmet } from "@/app/(panel)/activity/unmet";
import { Live } from "@/components/activity/live";
import { OrderEventSection } from "@/components/activity/order-event";
import { Page } from "@/components/shell/page";
import { PageHeader } from "@/components/ui/page-header";
import { eventsOfOrder } from "@/lib/activity/order-queries";
import { runsOfEvents } from "@/lib/activity/queries";
import { requireMember } from "@/lib/auth/session";
import { now } from "@/lib/clock";

interface Props {
  params: Promise<{ order: string }>;
}

const REFRESH_SECONDS = 10;

const load = cache(async (text: string) => {
  const order = named(text);
  const { storeId, store } = await requireMember();
  const events = order === undefined ? [] : await eventsOfOrder(storeId, order);
  if (order === undefined || events.length === 0) notFound();
  return { storeId, zone: store.timeZone, order, events };
});

/** Undefined: not an address that a link of ours has. */
function named(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { order } = await load((await params).order);
  const t = await getTranslations("activity.order");
  return { title: t("title", { order }) };
}

/** One order's story: what EasyCart told of it, and what ran or is to run by each of its events. */
export default async function OrderPage({ params }: Props) {
  const { storeId, zone, order, events } = await load((await params).order);
  const ids = events.map(({ id }) => id);
  const [t, activity, names, runs, unmet] = await Promise.all([
    getTranslations("activity.order"),
    getTranslations("activity"),
    getTranslations("events.name"),
    runsOfEvents(storeId, ids),
    shownUnmet(storeId, ids),
  ]);
  const sections = events.map(async (event) => {
    const name = event.name as Parameters<typeof names>[0];
    return {
      ...event,
      name: names.has(name) ? names(name) : event.name,
      runs: await shown(runs.get(event.id) ?? []),
      unmet: unmet.get(event.id) ?? [],
    };
  });
  const count = [...runs.values()].flat().length;
  return (
    <Page
      crumbs={[{ label: activity("title"), href: "/activity" }, { label: t("title", { order }) }]}
    >
      <Live seconds={REFRESH_SECONDS} />
      <PageHeader title={t("title", { order })}>
        {t("lead", { events: events.length, runs: count })}
      </PageHeader>
      {(await Promise.all(sections)).map((event) => (
        <OrderEventSection key={event.id} event={event} zone={zone} now={now()} />
      ))}
    </Page>
  );
}
