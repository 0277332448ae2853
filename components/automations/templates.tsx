import { useTranslations } from "next-intl";
import { TEMPLATES } from "@/lib/automations/templates";
import { TextLink } from "../ui/text-link";

/** What a new automation may begin with, for whoever does not want to start from nothing. */
export function Templates({ productId }: { productId?: string }) {
  const t = useTranslations("versions.templates");
  const query = productId ? `&product=${productId}` : "";
  return (
    <nav aria-label={t("title")} className="flex flex-wrap gap-x-4 gap-y-1 text-small">
      <span className="text-ink-2">{t("title")}</span>
      {TEMPLATES.map((template) => (
        <TextLink key={template} href={`/automations/new?template=${template}${query}`}>
          {t(template)}
        </TextLink>
      ))}
    </nav>
  );
}
