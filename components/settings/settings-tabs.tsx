import { useTranslations } from "next-intl";
import { LinkTabs } from "../ui/link-tabs";

export function SettingsTabs() {
  const t = useTranslations("settings.tabs");
  return (
    <LinkTabs
      label={t("label")}
      tabs={[
        { href: "/settings", label: t("store") },
        { href: "/settings/people", label: t("people") },
        { href: "/settings/letters", label: t("letters") },
        { href: "/settings/data", label: t("data") },
        { href: "/settings/journal", label: t("journal") },
      ]}
    />
  );
}
