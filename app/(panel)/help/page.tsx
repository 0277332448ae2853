import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { HelpSections } from "@/components/help/help-sections";
import { ToolHelp } from "@/components/help/tool-help";
import { Page } from "@/components/shell/page";
import { Tour } from "@/components/tour/tour";
import { PageHeader } from "@/components/ui/page-header";
import { requireMember } from "@/lib/auth/session";
import { describeTool, tools } from "@/lib/tools/registry";
import { answerTour } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("help");
  return { title: t("title") };
}

export default async function HelpPage() {
  await requireMember();
  const [locale, t] = await Promise.all([getLocale(), getTranslations("help")]);
  return (
    <Page crumbs={[{ label: t("title") }]}>
      <PageHeader title={t("title")} actions={<Tour always answer={answerTour} />}>
        {t("lead")}
      </PageHeader>
      <HelpSections />
      <ToolHelp tools={tools.map((tool) => describeTool(tool, locale))} />
    </Page>
  );
}
