import { useTranslations } from "next-intl";
import { Page } from "@/components/shell/page";
import { PageHeader } from "@/components/ui/page-header";
import { Skeleton, SkeletonRows } from "@/components/ui/skeleton";

export default function Loading() {
  const t = useTranslations("timeline");
  return (
    <Page crumbs={[{ label: t("title") }]}>
      <PageHeader title={t("title")}>
        <Skeleton className="h-5 w-72" />
      </PageHeader>
      <Skeleton className="mb-5 h-10 w-full" />
      <Skeleton className="mb-9 h-24 w-full" />
      <SkeletonRows label={t("loading")} />
    </Page>
  );
}
