import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { DeedRows } from "@/components/deeds/deed-rows";
import { SettingsTabs } from "@/components/settings/settings-tabs";
import { Page } from "@/components/shell/page";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { Section } from "@/components/ui/section";
import { requireMember } from "@/lib/auth/session";
import { now } from "@/lib/clock";
import { listDeeds } from "@/lib/deeds/queries";

const PER_PAGE = 50;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("deeds");
  return { title: t("title") };
}

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const query = z.object({ older: z.string().max(64).optional().catch(undefined) });

/** Who changed what in the store, the latest first. */
export default async function JournalPage({ searchParams }: Props) {
  const { storeId, store } = await requireMember();
  const { older } = query.parse(await searchParams);
  const [{ rows, more }, t, settings] = await Promise.all([
    listDeeds(storeId, { older, limit: PER_PAGE }),
    getTranslations("deeds"),
    getTranslations("settings"),
  ]);
  return (
    <Page crumbs={[{ label: settings("title"), href: "/settings" }, { label: t("title") }]}>
      <PageHeader title={settings("title")} className="mb-5">
        {settings("lead", { store: store.name })}
      </PageHeader>
      <SettingsTabs />
      <Section title={t("title")} lead={t("lead")}>
        {rows.length === 0 ? (
          <p className="border-b py-4 text-ink-2">{t("empty")}</p>
        ) : (
          <DeedRows deeds={rows} zone={store.timeZone} now={now()} />
        )}
        <Pagination
          newer={older ? "/settings/journal" : undefined}
          older={more ? `/settings/journal?older=${rows.at(-1)?.id}` : undefined}
          words={{ label: t("pages"), newer: t("newest"), older: t("older") }}
        />
      </Section>
    </Page>
  );
}
