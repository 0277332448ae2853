import { getTranslations } from "next-intl/server";
import { Page } from "@/components/shell/page";
import { PageHeader } from "@/components/ui/page-header";
import { SkeletonRows } from "@/components/ui/skeleton";

export default async function Loading() {
  const t = await getTranslations("history");
  return (
    <Page crumbs={[{ label: t("of"), href: "/automations" }, { label: t("title") }]}>
      <PageHeader title={t("title")} />
      <SkeletonRows rows={8} label={t("loading")} />
    </Page>
  );
}
