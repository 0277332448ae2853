import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import type { BackfillPanelProps } from "@/components/automations/backfill/backfill-panel";
import { SavedHistory } from "@/components/automations/history/saved-history";
import { Page } from "@/components/shell/page";
import { ButtonLink } from "@/components/ui/button-link";
import { LinkSegments } from "@/components/ui/link-segments";
import { PageHeader } from "@/components/ui/page-header";
import type { Version } from "@/lib/automations/queries";
import { now } from "@/lib/clock";
import { ClientWords } from "@/lib/i18n/client-words";
import { backfillProgress } from "@/lib/runs/backfill/progress";
import { SPANS } from "@/lib/runs/history/input";
import { onHistory } from "@/lib/runs/history/on-history";
import { isEndTrigger } from "@/lib/triggers/key";
import {
  previewBackfillOf,
  readBackfill,
  startBackfillOf,
  steerBackfillOf,
} from "../../backfill-actions";
import { rehearse } from "../../rehearse-action";
import { type AutomationParams, loadAutomation } from "../load";

const query = z.object({ days: z.coerce.number().pipe(z.literal(SPANS)).catch(30) });

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
  const { days } = query.parse(await searchParams);
  const productId = product.id;
  const rule = ruleOf(version);
  const [t, history, progress = null] = await Promise.all([
    getTranslations("history"),
    onHistory(storeId, { ...rule, automationId }, { productId, days }),
    backfillProgress(storeId, automationId),
  ]);
  const state = stateOf(member.role, automation.enabled, version, history.sum?.would);
  const backfill = {
    ...{ asked: { automationId, version: version.number, days }, state },
    ...{ first: { progress, now: now() }, ...backfillActions },
  };
  const here = `/automations/${automationId}`;
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
      <div className="mb-5 flex flex-wrap items-center gap-3">
        <span aria-hidden className="text-small font-medium">
          {t("days")}
        </span>
        <LinkSegments
          label={t("days")}
          items={SPANS.map((span) => ({
            href: `${here}/history?days=${span}`,
            label: t("span", { days: span }),
            current: span === days,
          }))}
        />
      </div>
      <ClientWords areas={["automations", "history"]}>
        <SavedHistory
          key={days}
          {...{ rehearse, backfill }}
          rule={{ productId, ...rule }}
          shown={{ ...history, zone: store.timeZone, now: now() }}
        />
      </ClientWords>
      {isEndTrigger(version.trigger) ? (
        <p className="mt-4 text-small text-ink-2">{t("silent")}</p>
      ) : null}
    </Page>
  );
}

/** Whether runs can be made up for, or why not. */
function stateOf(
  role: string,
  enabled: boolean,
  { moment }: Version,
  would = 0,
): BackfillPanelProps["state"] {
  if (role === "viewer") return "viewer";
  if (moment?.side === "before") return "before";
  if (!enabled) return "off";
  return would > 0 ? "ready" : "nobody";
}

const backfillActions = {
  ...{ preview: previewBackfillOf, start: startBackfillOf },
  ...{ steer: steerBackfillOf, read: readBackfill },
};

const ruleOf = ({ trigger, moment, late, conditions, sendingWindow }: Version) => ({
  ...{ trigger, moment, late, conditions, sendingWindow },
});
