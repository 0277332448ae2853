import { useTranslations } from "next-intl";
import { HelpSections } from "@/components/help/help-sections";
import { Page } from "@/components/shell/page";
import { PageHeader } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton";

/** The help is words, which are here already: only what asks for the person is still to come. */
export default function Loading() {
  const t = useTranslations("help");
  return (
    <Page crumbs={[{ label: t("title") }]}>
      <PageHeader title={t("title")} actions={<Skeleton className="h-8 w-40 max-md:h-10" />}>
        {t("lead")}
      </PageHeader>
      <HelpSections />
    </Page>
  );
}
