import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { filterOf } from "@/app/(panel)/activity/filter";
import { Live } from "@/components/activity/live";
import { type Filters, RunFilters } from "@/components/activity/run-filters";
import { SearchDrawing } from "@/components/drawings/search";
import { TimelineDrawing } from "@/components/drawings/timeline";
import { Page } from "@/components/shell/page";
import { Coming } from "@/components/timeline/coming";
import { DayStrip } from "@/components/timeline/day-strip";
import { UndoNotice } from "@/components/timeline/undo-notice";
import { ButtonLink } from "@/components/ui/button-link";
import { Empty } from "@/components/ui/empty";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { comingDays, dayStart } from "@/lib/activity/days";
import { cursorText, type RunsQuery, runsQuery } from "@/lib/activity/input";
import { COUNTED_AT_MOST, countWaiting, listRuns } from "@/lib/activity/queries";
import { requireMember } from "@/lib/auth/session";
import { listAutomations } from "@/lib/automations/queries";
import { now } from "@/lib/clock";
import { formatNumber } from "@/lib/format";
import { dayKey, formatMoment } from "@/lib/format-date";
import { ClientWords } from "@/lib/i18n/client-words";
import { productChoices } from "@/lib/products/queries";
import { undoable } from "@/lib/runs/steer-many";
import { countByDay, waitingSpan } from "@/lib/runs/waiting-queries";
import { cancelChosen, countChosen, moveChosen, startChosen, undo } from "./actions";
import { daysOf } from "./days-of";

const REFRESH_SECONDS = 15;
const DAYS = 14;
/** Of one day; above that the strip says "ponad 1000". */
const COUNTED_A_DAY = 1_000;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("timeline");
  return { title: t("title") };
}

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function TimelinePage({ searchParams }: Props) {
  const { storeId, store, role } = await requireMember();
  const { older, newer, ...query } = runsQuery.parse(await searchParams);
  const { product, automation, customer, from, to } = query;
  const filters = { product, automation, customer, from, to };
  const at = { zone: store.timeZone, now: now() };
  const narrow = filterOf(filters, at.zone);
  const [t, page, done, products, automations] = await Promise.all([
    getTranslations("timeline"),
    listRuns(storeId, { ...narrow, status: "waiting" }, { older, newer }),
    undoable(storeId),
    productChoices(storeId),
    listAutomations(storeId),
  ]);
  const mayAct = role !== "viewer";
  const asked = given(filters);
  return (
    <ClientWords areas={["activity", "timeline"]}>
      <Page crumbs={[{ label: t("title") }]}>
        <Live seconds={REFRESH_SECONDS} />
        <PageHeader title={t("title")}>
          <Lead storeId={storeId} {...at} />
        </PageHeader>
        <UndoNotice steering={done} {...at} mayAct={mayAct} undo={undo} />
        <RunFilters
          filters={filters}
          products={products}
          today={dayKey(at.now, at.zone)}
          automations={automations.map(({ automation: { id, name, productId } }) => ({
            id,
            name,
            productId,
          }))}
        />
        <ComingDays storeId={storeId} filters={filters} {...at} />
        {page.rows.length === 0 ? (
          <Nothing filtered={asked.length > 0} />
        ) : (
          <Coming
            key={JSON.stringify(filters)}
            days={await daysOf(page.rows, at)}
            {...at}
            {...{ filters, mayAct, pages: Boolean(page.newer || page.older) }}
            count={countChosen}
            cancel={cancelChosen}
            start={startChosen}
            move={moveChosen}
            undo={undo}
          />
        )}
        <Pagination
          newer={page.newer && address([...asked, ["newer", cursorText(page.newer)]])}
          older={page.older && address([...asked, ["older", cursorText(page.older)]])}
          words={{ label: t("pages.label"), newer: t("pages.sooner"), older: t("pages.later") }}
        />
      </Page>
    </ClientWords>
  );
}

const given = (filters: Filters) =>
  Object.entries(filters).filter((entry): entry is [string, string] => Boolean(entry[1]));

const address = (asked: [string, string][]) => `/timeline?${new URLSearchParams(asked)}`;

async function Lead({ storeId, ...at }: { storeId: string; zone: string; now: Date }) {
  const [t, locale, waiting, span] = await Promise.all([
    getTranslations("timeline"),
    getLocale(),
    countWaiting(storeId),
    waitingSpan(storeId),
  ]);
  const last = span ? formatMoment(span.last, { locale, ...at }) : "";
  return waiting >= COUNTED_AT_MOST
    ? t("leadMany", { count: formatNumber(COUNTED_AT_MOST, locale), last })
    : t("lead", { waiting, last });
}

interface ComingDaysProps {
  storeId: string;
  filters: Pick<RunsQuery, "product" | "automation" | "customer" | "from" | "to">;
  zone: string;
  now: Date;
}

async function ComingDays({ storeId, filters, ...at }: ComingDaysProps) {
  const { from, to, ...others } = filters;
  const days = comingDays(at.now, at.zone, DAYS + 1);
  const bounds = days.map((day) => dayStart(day, at.zone));
  const narrow = filterOf(others, at.zone);
  const counts = await countByDay(storeId, narrow, bounds, COUNTED_A_DAY + 1);
  return (
    <DayStrip
      days={days.slice(0, DAYS).map((day, place) => ({
        at: bounds[place] ?? at.now,
        count: counts[place] ?? 0,
        current: from === day && to === day,
        href: address([...given(others), ["from", day], ["to", day]]),
      }))}
      most={COUNTED_A_DAY}
      whole={from || to ? address(given(others)) : undefined}
      {...at}
    />
  );
}

async function Nothing({ filtered }: { filtered: boolean }) {
  const [t, filters] = await Promise.all([
    getTranslations("timeline.empty"),
    getTranslations("activity.filters"),
  ]);
  if (filtered)
    return (
      <Empty
        drawing={<SearchDrawing />}
        title={t("filtered")}
        action={<ButtonLink href="/timeline">{filters("clear")}</ButtonLink>}
      >
        {t("filteredText")}
      </Empty>
    );
  return (
    <Empty
      drawing={<TimelineDrawing />}
      title={t("title")}
      action={
        <ButtonLink href="/automations" variant="primary">
          {t("toAutomations")}
        </ButtonLink>
      }
    >
      {t("text")}
    </Empty>
  );
}
