import { useTranslations } from "next-intl";
import { ListLoading } from "@/components/shell/list-loading";

export default function Loading() {
  const t = useTranslations();
  return <ListLoading title={t("products.title")} label={t("shell.nav.loading")} filters action />;
}
