import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { startAllAgain } from "@/app/(panel)/activity/actions";
import { shown } from "@/app/(panel)/activity/shown";
import { shownUnmet } from "@/app/(panel)/activity/unmet";
import {
  cancelChosen,
  countChosen,
  moveChosen,
  startChosen,
  undo,
} from "@/app/(panel)/timeline/actions";
import { found } from "@/app/found";
import { CustomerPast } from "@/components/activity/customer-past";
import { Accesses, Events } from "@/components/activity/customer-story";
import { Live } from "@/components/activity/live";
import type { StartAll } from "@/components/activity/rerun-dialog";
import { RunRows, type ShownRun } from "@/components/activity/run-rows";
import { CustomerData, ErasedNotice } from "@/components/erasure/customer-data";
import { CodesOfCustomer } from "@/components/qr/codes-of-customer";
import { Page } from "@/components/shell/page";
import { CustomerComing } from "@/components/timeline/customer-coming";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import { accessesOfCustomer, eventsOfCustomer, getCustomer } from "@/lib/activity/customer-queries";
import { listRuns } from "@/lib/activity/queries";
import { requireMember } from "@/lib/auth/session";
import { now } from "@/lib/clock";
import { formatDate } from "@/lib/format-date";
import { ClientWords } from "@/lib/i18n/client-words";
import { codesOfCustomer } from "@/lib/qr/queries";
import { stateOf } from "@/lib/qr/state";
import { eraseData } from "./actions";

interface Props {
  params: Promise<{ customer: string }>;
}

const REFRESH_SECONDS = 10;

const load = cache(async (customerId: string) => {
  const member = await requireMember();
  return { member, customer: await found(getCustomer(member.storeId, customerId)) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { customer } = await load((await params).customer);
  return { title: customer.name ?? customer.email };
}

/** One customer's story: what comes, what ran, whose access they have, what EasyCart told of them. */
export default async function CustomerPage({ params }: Props) {
  const { member, customer } = await load((await params).customer);
  const { storeId, store } = member;
  const [t, locale, coming, past, accesses, events, codes] = await Promise.all([
    getTranslations("activity"),
    getLocale(),
    listRuns(storeId, { customerId: customer.id, status: "waiting" }),
    listRuns(storeId, { customerId: customer.id }),
    accessesOfCustomer(storeId, customer.id),
    eventsOfCustomer(storeId, customer.id),
    codesOfCustomer(storeId, customer.id),
  ]);
  const at = { zone: store.timeZone, now: now() };
  const date = formatDate(customer.createdAt, { locale, ...at });
  const waiting = new Set(coming.rows.map(({ id }) => id));
  const done = past.rows.filter(({ id }) => !waiting.has(id));
  // An access without an order, and one of somebody erased, has something else in its place.
  const orders = new Set(events.map(({ order }) => order));
  const all = `/activity?customer=${encodeURIComponent(customer.email)}`;
  return (
    <Page
      crumbs={[
        { label: t("title"), href: "/activity" },
        { label: customer.name ?? customer.email },
      ]}
    >
      <Live seconds={REFRESH_SECONDS} />
      <PageHeader title={customer.name ?? customer.email}>
        {customer.name && !customer.erasedAt ? <span>{customer.email}</span> : null}
        <span>{t("customer.known", { date })}</span>
      </PageHeader>
      {customer.erasedAt ? (
        <ClientWords areas={["erasure"]}>
          <ErasedNotice date={formatDate(customer.erasedAt, { locale, ...at })} />
        </ClientWords>
      ) : null}
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-10 lg:grid-cols-[minmax(0,1fr)_20.5rem]">
        <div>
          <Runs
            title={t("customer.coming")}
            none={t("customer.noneComing")}
            runs={await shown(coming.rows)}
            waiting={member.role !== "viewer"}
            {...at}
          />
          <Runs
            title={t("customer.past")}
            none={t("customer.nonePast")}
            runs={await shown(done)}
            startAll={member.role !== "viewer" && !customer.erasedAt ? startAllAgain : undefined}
            all={past.older ? { href: all, label: t("customer.all") } : undefined}
            {...at}
          />
        </div>
        <div>
          <Accesses
            accesses={accesses.map(({ source, ...access }) => ({
              ...access,
              order: orders.has(source) ? source : undefined,
            }))}
            email={customer.erasedAt ? undefined : customer.email}
            {...at}
          />
          <CodesOfCustomer
            codes={codes.map((code) => ({ ...code, state: stateOf(code, at.now) }))}
            customer={customer.name ?? customer.email}
          />
          <Events events={await named(storeId, events)} {...at} />
          {member.role === "owner" && !customer.erasedAt ? (
            <ClientWords areas={["erasure"]}>
              <CustomerData customerId={customer.id} erase={eraseData} />
            </ClientWords>
          ) : null}
        </div>
      </div>
    </Page>
  );
}

interface RunsProps {
  title: string;
  none: string;
  runs: readonly ShownRun[];
  all?: { href: string; label: string };
  /** They wait, and the reader may do something about it. */
  waiting?: boolean;
  /** They are over, and the reader may start them again. */
  startAll?: StartAll;
  zone: string;
  now: Date;
}

function Runs({ title, none, runs, all, waiting, startAll, zone, now: at }: RunsProps) {
  return (
    <Section title={title} aside={all ? <TextLink href={all.href}>{all.label}</TextLink> : null}>
      {runs.length === 0 ? (
        <p className="border-b py-4 text-ink-2">{none}</p>
      ) : waiting ? (
        <ClientWords areas={["activity", "timeline"]}>
          <CustomerComing
            {...{ runs, label: title, zone, now: at }}
            count={countChosen}
            cancel={cancelChosen}
            start={startChosen}
            move={moveChosen}
            undo={undo}
          />
        </ClientWords>
      ) : startAll ? (
        <ClientWords areas={["activity"]}>
          <CustomerPast {...{ runs, startAll, zone }} label={title} now={at} />
        </ClientWords>
      ) : (
        <RunRows runs={runs} label={title} withoutCustomer zone={zone} now={at} />
      )}
    </Section>
  );
}

/** Events under the names that people read; one EasyCart never told of keeps its own. */
async function named(storeId: string, events: Awaited<ReturnType<typeof eventsOfCustomer>>) {
  const ids = events.map(({ id }) => id);
  const [names, unmet] = await Promise.all([
    getTranslations("events.name"),
    shownUnmet(storeId, ids),
  ]);
  return events.map((event) => {
    const name = event.name as Parameters<typeof names>[0];
    const shownName = names.has(name) ? names(name) : event.name;
    return { ...event, name: shownName, unmet: unmet.get(event.id) ?? [] };
  });
}
