import { useTranslations } from "next-intl";
import { NotFoundDrawing } from "@/components/drawings/not-found";
import { Page } from "@/components/shell/page";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeader } from "@/components/ui/page-header";

/** What is missing inside the panel leaves its navigation in place. */
export default function NotFound() {
  const t = useTranslations("shell.notFound");
  return (
    <Page crumbs={[{ label: t("title") }]}>
      <div className="mb-4">
        <NotFoundDrawing />
      </div>
      <PageHeader title={t("title")}>{t("text")}</PageHeader>
      <ButtonLink href="/" variant="primary">
        {t("action")}
      </ButtonLink>
    </Page>
  );
}
