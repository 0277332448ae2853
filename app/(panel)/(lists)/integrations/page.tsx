import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AskOwner } from "@/app/(panel)/ask-owner";
import { wish } from "@/app/(panel)/integrations/actions";
import { type Asked, IntegrationsView } from "@/app/(panel)/integrations/integrations-view";
import { WishForm } from "@/components/integrations/wish-form";
import { Wishes } from "@/components/integrations/wishes";
import { Page } from "@/components/shell/page";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { requireMember } from "@/lib/auth/session";
import { now } from "@/lib/clock";
import { listIntegrations } from "@/lib/integrations/usage-queries";
import { listWishes } from "@/lib/integrations/wish-queries";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("integrations");
  return { title: t("title") };
}

export default async function IntegrationsPage({ searchParams }: { searchParams: Promise<Asked> }) {
  const member = await requireMember();
  const [asked, rows, wishes, t] = await Promise.all([
    searchParams,
    listIntegrations(member.storeId),
    listWishes(member.storeId),
    getTranslations("integrations"),
  ]);
  const mayWrite = member.role !== "viewer";
  return (
    <Page crumbs={[{ label: t("title") }]}>
      <PageHeader
        title={t("title")}
        actions={
          rows.length > 0 && mayWrite ? (
            <ButtonLink
              href="/integrations?new"
              variant="primary"
              scroll={false}
              icon={<Plus aria-hidden />}
            >
              {t("create")}
            </ButtonLink>
          ) : null
        }
      >
        {t("lead")}
      </PageHeader>
      <AskOwner member={member} />
      <IntegrationsView member={member} rows={rows} at="/integrations" asked={asked} />
      <Section title={t("wish.title")} lead={t("wish.lead")} className="mt-10">
        <div className="grid items-start gap-x-10 gap-y-7 pt-5 lg:grid-cols-2">
          {mayWrite ? <WishForm wish={wish} /> : null}
          <Wishes wishes={wishes} zone={member.store.timeZone} now={now()} />
        </div>
      </Section>
    </Page>
  );
}
