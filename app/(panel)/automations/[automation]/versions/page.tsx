import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { VersionRows } from "@/components/automations/history/version-rows";
import { Page } from "@/components/shell/page";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { differencesOf } from "@/lib/automations/differences";
import { listVersions } from "@/lib/automations/history-queries";
import { now } from "@/lib/clock";
import { describeTool, tools } from "@/lib/tools/registry";
import { type AutomationParams, loadAutomation } from "../load";

interface Props extends AutomationParams {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const PAGE = 20;
const query = z.object({ before: z.coerce.number().int().min(1).optional().catch(undefined) });

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("versions");
  return { title: t("title") };
}

/** Every version there was, and what each changed. */
export default async function VersionsPage({ params, searchParams }: Props) {
  const automationId = (await params).automation;
  const { member, automation } = await loadAutomation(automationId);
  const { storeId, role, store } = member;
  const { before } = query.parse(await searchParams);
  const [t, words, locale, versions] = await Promise.all([
    getTranslations("versions"),
    getTranslations("automations"),
    getLocale(),
    listVersions(storeId, automationId, { before, limit: PAGE + 1 }),
  ]);
  const cards = tools.map((tool) => describeTool(tool, locale));
  const rows = versions.slice(0, PAGE).map((version, at) => {
    const previous = versions[at + 1];
    return {
      number: version.number,
      at: version.createdAt,
      author: version.author,
      isCurrent: version.number === automation.version,
      differences: previous ? differencesOf(previous, version, cards, words) : null,
    };
  });
  const oldest = versions.length > PAGE ? rows.at(-1)?.number : undefined;
  const here = `/automations/${automationId}`;
  return (
    <Page
      crumbs={[
        { label: words("list.title"), href: "/automations" },
        { label: automation.name, href: here },
        { label: t("title") },
      ]}
    >
      <PageHeader title={t("title")}>{t("lead", { name: automation.name })}</PageHeader>
      <VersionRows
        rows={rows}
        editorHref={here}
        mayRestore={role !== "viewer"}
        zone={store.timeZone}
        now={now()}
      />
      <Pagination
        newer={before ? `${here}/versions` : undefined}
        older={oldest ? `${here}/versions?before=${oldest}` : undefined}
        words={{ label: t("pages"), newer: t("newest"), older: t("older") }}
      />
    </Page>
  );
}
