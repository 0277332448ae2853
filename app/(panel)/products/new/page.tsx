import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AskOwner } from "@/app/(panel)/ask-owner";
import { DraftForm } from "@/components/products/draft-form";
import { Page } from "@/components/shell/page";
import { Locked } from "@/components/ui/locked";
import { PageHeader } from "@/components/ui/page-header";
import { requireMember } from "@/lib/auth/session";
import { createDraft } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("products");
  return { title: t("new.title") };
}

export default async function NewProductPage() {
  const member = await requireMember();
  const t = await getTranslations("products");
  return (
    <Page crumbs={[{ label: t("title"), href: "/products" }, { label: t("new.title") }]}>
      <PageHeader title={t("new.title")}>{t("new.lead")}</PageHeader>
      <AskOwner member={member} />
      <Locked when={member.role === "viewer"}>
        <DraftForm createDraft={createDraft} />
      </Locked>
    </Page>
  );
}
