import { useTranslations } from "next-intl";
import { ListLoading } from "@/components/shell/list-loading";

export default function Loading() {
  const t = useTranslations();
  return (
    <ListLoading
      title={t("forwarding.log.title")}
      before={[{ label: t("settings.title"), href: "/settings" }]}
      label={t("shell.nav.loading")}
    />
  );
}
