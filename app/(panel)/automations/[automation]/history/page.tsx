import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { HistoryRows } from "@/components/automations/history-rows";
import { Page } from "@/components/shell/page";
import { ButtonLink } from "@/components/ui/button-link";
import { LinkSegments } from "@/components/ui/link-segments";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { now } from "@/lib/clock";
import { onHistory } from "@/lib/runs/on-history";
import { isEndTrigger } from "@/lib/triggers/key";
import { type AutomationParams, loadAutomation } from "../load";

const SPANS = [7, 30, 90] as const;

const query = z.object({
  days: z.coerce.number().pipe(z.literal(SPANS)).catch(30),
  at: z.coerce.date().optional().catch(undefined),
  id: z.string().max(64).optional().catch(undefined),
});

interface Props extends AutomationParams {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("history"))("title") };
}

/** What a published automation would have made of the events that are there. Changes nothing. */
export default async function HistoryPage({ params, searchParams }: Props) {
  const automationId = (await params).automation;
  const { member, automation, version, product } = await loadAutomation(automationId);
  const { storeId, store } = member;
  const { days, at, id } = query.parse(await searchParams);
  const after = at && id ? { receivedAt: at, id } : undefined;
  const [t, { rows, next }] = await Promise.all([
    getTranslations("history"),
    onHistory(storeId, version, { productId: product.id, days, after }),
  ]);
  const here = `/automations/${automationId}`;
  const page = (span: number) => `${here}/history?days=${span}`;
  const older = next && `${page(days)}&at=${next.receivedAt.toISOString()}&id=${next.id}`;
  return (
    <Page
      crumbs={[
        { label: t("of"), href: "/automations" },
        { label: automation.name, href: here },
        { label: t("title") },
      ]}
    >
      <PageHeader title={t("title")} actions={<ButtonLink href={here}>{t("back")}</ButtonLink>}>
        {t("lead", { name: automation.name })}
      </PageHeader>
      <div className="mb-6 flex flex-wrap items-center gap-3">
        <span aria-hidden className="text-small font-medium">
          {t("days")}
        </span>
        <LinkSegments
          label={t("days")}
          items={SPANS.map((span) => ({
            href: page(span),
            label: t("span", { days: span }),
            current: span === days,
          }))}
        />
      </div>
      <HistoryRows rows={rows} zone={store.timeZone} now={now()} />
      <Pagination
        newer={after && page(days)}
        older={older}
        words={{ label: t("pages"), newer: t("newer"), older: t("older") }}
      />
      {isEndTrigger(version.trigger) ? (
        <p className="mt-4 text-small text-ink-2">{t("silent")}</p>
      ) : null}
    </Page>
  );
}
