import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AskOwner } from "@/app/(panel)/ask-owner";
import { CopyForm } from "@/components/automations/copy-form";
import { Page } from "@/components/shell/page";
import { Locked } from "@/components/ui/locked";
import { PageHeader } from "@/components/ui/page-header";
import { ClientWords } from "@/lib/i18n/client-words";
import { productChoices } from "@/lib/products/queries";
import { copyToProducts } from "../../copy-actions";
import { type AutomationParams, loadAutomation } from "../load";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("versions.copy");
  return { title: t("title") };
}

/** The same for other products, each as an automation of its own. */
export default async function CopyPage({ params }: AutomationParams) {
  const automationId = (await params).automation;
  const { member, automation, version, product } = await loadAutomation(automationId);
  const { storeId, role } = member;
  const [t, list, products] = await Promise.all([
    getTranslations("versions.copy"),
    getTranslations("automations.list"),
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
