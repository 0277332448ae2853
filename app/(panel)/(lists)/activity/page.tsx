import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { matching, startAllAgain } from "@/app/(panel)/activity/actions";
import { filterOf } from "@/app/(panel)/activity/filter";
import { shown } from "@/app/(panel)/activity/shown";
import { Live } from "@/components/activity/live";
import { Narrowed } from "@/components/activity/narrowed";
import { RerunList } from "@/components/activity/rerun-list";
import { type Filters, RunFilters } from "@/components/activity/run-filters";
import { RunRows } from "@/components/activity/run-rows";
import { ActivityDrawing } from "@/components/drawings/activity";
import { SearchDrawing } from "@/components/drawings/search";
import { TimelineDrawing } from "@/components/drawings/timeline";
import { Page } from "@/components/shell/page";
import { ButtonLink } from "@/components/ui/button-link";
import { Empty } from "@/components/ui/empty";
import { LinkSegments } from "@/components/ui/link-segments";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { UNSUCCESSFUL_CHOICE } from "@/lib/activity/choice";
import { cursorText, type RunsQuery, runsQuery } from "@/lib/activity/input";
import { COUNTED_AT_MOST, countWaiting, listRuns, type RunPage } from "@/lib/activity/queries";
import { requireMember } from "@/lib/auth/session";
import { listAutomations } from "@/lib/automations/queries";
import { now } from "@/lib/clock";
import { formatNumber } from "@/lib/format";
import { dayKey } from "@/lib/format-date";
import { ClientWords } from "@/lib/i18n/client-words";
import { productChoices } from "@/lib/products/queries";
import { RUN_STATUSES } from "@/lib/runs/status";

const REFRESH_SECONDS = 5;
const PAST = [
  ...RUN_STATUSES.filter((status) => status !== "waiting"),
  UNSUCCESSFUL_CHOICE,
] as const;
/** Views whose runs can be started again together. */
const AGAIN: readonly unknown[] = ["failed", "unknown", "refused", UNSUCCESSFUL_CHOICE];

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("activity");
  return { title: t("title") };
}

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function ActivityPage({ searchParams }: Props) {
  const { storeId, store, role } = await requireMember();
  const query = runsQuery.parse(await searchParams);
  const [t, locale, page, waiting, products, automations] = await Promise.all([
    getTranslations("activity"),
    getLocale(),
    listRuns(storeId, filterOf(query, store.timeZone), query),
    countWaiting(storeId),
    productChoices(storeId),
    listAutomations(storeId),
  ]);
  const coming = query.status === "waiting";
  const most = formatNumber(COUNTED_AT_MOST, locale);
  const list = {
    runs: await shown(page.rows),
    label: t("list"),
    zone: store.timeZone,
    now: now(),
  };
  return (
    <ClientWords areas={["activity"]}>
      <Page crumbs={[{ label: t("title") }]}>
        <Live seconds={REFRESH_SECONDS} />
        <PageHeader
          title={t("title")}
          actions={
            <LinkSegments
              label={t("views.label")}
              items={[
                { href: "/activity", label: t("views.past"), current: !coming },
                { href: "/activity?status=waiting", label: t("views.coming"), current: coming },
              ]}
            />
          }
        >
          {waiting >= COUNTED_AT_MOST ? t("leadMany", { count: most }) : t("lead", { waiting })}
        </PageHeader>
        <RunFilters
          filters={filtersOf(query)}
          statuses={coming ? undefined : PAST}
          products={products}
          today={dayKey(list.now, list.zone)}
          automations={automations.map(({ automation: { id, name, productId } }) => ({
            id,
            name,
            productId,
          }))}
        />
        <Narrowed
          integration={query.integration && (page.rows[0]?.integration?.name ?? "")}
          since={query.since}
          zone={store.timeZone}
          now={now()}
        />
        {page.rows.length === 0 ? (
          <Nothing query={query} />
        ) : AGAIN.includes(query.status) && role !== "viewer" ? (
          <RerunList
            key={JSON.stringify(filtersOf(query))}
            {...list}
            filters={filtersOf(query)}
            pages={Boolean(page.newer || page.older)}
            matching={matching}
            startAll={startAllAgain}
          />
        ) : (
          <RunRows {...list} />
        )}
        <Pages query={query} page={page} />
      </Page>
    </ClientWords>
  );
}

function filtersOf({ older: _older, newer: _newer, since, ...filters }: RunsQuery): Filters {
  return { ...filters, ...(since && { since: String(since.getTime()) }) };
}

async function Pages({ query, page }: { query: RunsQuery; page: RunPage }) {
  const t = await getTranslations("activity.pages");
  const coming = query.status === "waiting";
  const href = (name: "newer" | "older") => {
    const place = page[name];
    if (!place) return undefined;
    const filters = Object.entries(filtersOf(query)).filter(([, value]) => value);
    return `/activity?${new URLSearchParams([...filters, [name, cursorText(place)]])}`;
  };
  return (
    <Pagination
      newer={href("newer")}
      older={href("older")}
      words={{
        label: t("label"),
        newer: t(coming ? "sooner" : "newer"),
        older: t(coming ? "later" : "older"),
      }}
    />
  );
}

async function Nothing({ query }: { query: RunsQuery }) {
  const [t, filters] = await Promise.all([
    getTranslations("activity.empty"),
    getTranslations("activity.filters"),
  ]);
  const { status, ...narrowing } = filtersOf(query);
  const coming = status === "waiting";
  if (Object.values(narrowing).some(Boolean) || (status && !coming))
    return (
      <Empty
        drawing={<SearchDrawing />}
        title={t("filtered")}
        action={
          <ButtonLink href={coming ? "/activity?status=waiting" : "/activity"}>
            {filters("clear")}
          </ButtonLink>
        }
      >
        {t("filteredText")}
      </Empty>
    );
  if (coming)
    return (
      <Empty
        drawing={<TimelineDrawing />}
        title={t("coming")}
        action={
          <ButtonLink href="/automations" variant="primary">
            {t("toAutomations")}
          </ButtonLink>
        }
      >
        {t("comingText")}
      </Empty>
    );
  return (
    <Empty
      drawing={<ActivityDrawing />}
      title={t("past")}
      action={
        <ButtonLink href="/products" variant="primary">
          {t("toProducts")}
        </ButtonLink>
      }
    >
      {t("pastText")}
    </Empty>
  );
}
