import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LettersForm } from "@/components/settings/letters-form";
import { SettingsTabs } from "@/components/settings/settings-tabs";
import { Page } from "@/components/shell/page";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { getLetterChoices } from "@/lib/alerts/choice-queries";
import { requireMember } from "@/lib/auth/session";
import { sendsLetters } from "@/lib/tools/mail";
import { saveLetters } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.letters");
  return { title: t("title") };
}

export default async function NotificationsPage() {
  const { storeId, userId, email, store } = await requireMember();
  const [choices, t] = await Promise.all([
    getLetterChoices(storeId, userId),
    getTranslations("settings"),
  ]);
  return (
    <Page crumbs={[{ label: t("title"), href: "/settings" }, { label: t("letters.title") }]}>
      <PageHeader title={t("title")} className="mb-5">
        {t("lead", { store: store.name })}
      </PageHeader>
      <SettingsTabs />
      <Section title={t("letters.title")} lead={t("letters.lead", { store: store.name, email })}>
        {sendsLetters() ? null : (
          <Notice tone="warn" title={t("letters.none.title")}>
            {t("letters.none.text")}
          </Notice>
        )}
        <LettersForm choices={choices} save={saveLetters} />
      </Section>
    </Page>
  );
}
