import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AskOwner } from "@/app/(panel)/ask-owner";
import { found } from "@/app/found";
import { CopyForm } from "@/components/automations/copy-form";
import { Page } from "@/components/shell/page";
import { Locked } from "@/components/ui/locked";
import { PageHeader } from "@/components/ui/page-header";
import { requireMember } from "@/lib/auth/session";
import { getAutomation } from "@/lib/automations/queries";
import { ClientWords } from "@/lib/i18n/client-words";
import { productChoices } from "@/lib/products/queries";
import { copyToProducts } from "../../copy-actions";

interface Props {
  params: Promise<{ automation: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("versions.copy");
  return { title: t("title") };
}

/** The same for other products, each as an automation of its own. */
export default async function CopyPage({ params }: Props) {
  const member = await requireMember();
  const { storeId, role } = member;
  const automationId = (await params).automation;
  const [t, list, { automation, version, product }, products] = await Promise.all([
    getTranslations("versions.copy"),
    getTranslations("automations.list"),
    found(getAutomation(storeId, automationId)),
    productChoices(storeId),
  ]);
  return (
    <ClientWords areas={["versions"]}>
      <Page
        crumbs={[
          { label: list("title"), href: "/automations" },
          { label: automation.name, href: `/automations/${automationId}` },
          { label: t("title") },
        ]}
      >
        <PageHeader title={t("title")}>{t("lead", { name: automation.name })}</PageHeader>
        <AskOwner member={member} />
        <Locked when={role === "viewer"}>
          <CopyForm
            automationId={automationId}
            products={products.filter(({ id }) => id !== product.id)}
            asksForPlan={version.conditions.some(
              ({ fact }) => fact.endsWith("plan") || fact === "variant",
            )}
            copyToProducts={copyToProducts}
          />
        </Locked>
      </Page>
    </ClientWords>
  );
}
