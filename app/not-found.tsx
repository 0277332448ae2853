import { getTranslations } from "next-intl/server";
import { NotFoundDrawing } from "@/components/drawings/not-found";
import { PlainPage } from "@/components/plain-page";
import { ButtonLink } from "@/components/ui/button-link";

export default async function NotFound() {
  const t = await getTranslations("shell.notFound");
  return (
    <PlainPage>
      <div className="mb-4">
        <NotFoundDrawing />
      </div>
      <h1 className="text-title">{t("title")}</h1>
      <p className="mt-1 mb-5 text-ink-2">{t("text")}</p>
      <ButtonLink href="/" variant="primary">
        {t("action")}
      </ButtonLink>
    </PlainPage>
  );
}
