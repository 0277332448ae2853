import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AskOwner } from "@/app/(panel)/ask-owner";
import { RetentionForm } from "@/components/erasure/retention-form";
import { SettingsTabs } from "@/components/settings/settings-tabs";
import { Page } from "@/components/shell/page";
import { Facts } from "@/components/ui/card";
import { Locked } from "@/components/ui/locked";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { requireMember } from "@/lib/auth/session";
import { retentionInput } from "@/lib/erasure/input";
import { ClientWords } from "@/lib/i18n/client-words";
import { getStore } from "@/lib/stores/queries";
import { saveRetention } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("erasure");
  return { title: t("title") };
}

const STORED = ["customers", "events", "runs", "secrets", "journal"] as const;

export default async function DataPage() {
  const member = await requireMember();
  const [{ keepMonths }, t, settings] = await Promise.all([
    getStore(member.storeId),
    getTranslations("erasure"),
    getTranslations("settings"),
  ]);
  const retention = retentionInput.parse({ keep: `${keepMonths ?? "ever"}` });
  const mayChange = member.role === "owner";
  return (
    <Page crumbs={[{ label: settings("title"), href: "/settings" }, { label: t("title") }]}>
      <PageHeader title={settings("title")} className="mb-5">
        {settings("lead", { store: member.store.name })}
      </PageHeader>
      <SettingsTabs />
      <AskOwner member={member} />
      <Section title={t("retention.title")} lead={t("retention.lead")}>
        <Locked when={!mayChange}>
          <ClientWords areas={["erasure", "settings"]}>
            <RetentionForm retention={retention} save={saveRetention} />
          </ClientWords>
        </Locked>
        {member.role === "editor" ? (
          <p className="pt-3 text-small text-ink-2">{t("retention.owner")}</p>
        ) : null}
      </Section>
      <Section title={t("stored.title")} lead={t("stored.lead")}>
        <div className="max-w-160 pt-4">
          <Facts
            facts={STORED.map((what) => ({
              term: t(`stored.${what}.term`),
              children: t(`stored.${what}.text`),
            }))}
          />
        </div>
      </Section>
      <Section title={t("rights.title")}>
        <p className="max-w-160 pt-4 text-pretty text-ink-2">{t("rights.text")}</p>
      </Section>
    </Page>
  );
}
