import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { listActions } from "@/app/(panel)/automations/list-actions";
import { byProduct, listed } from "@/app/(panel)/automations/listed";
import { AutomationRows } from "@/components/automations/automation-rows";
import { AutomationsDrawing } from "@/components/drawings/automations";
import { Page } from "@/components/shell/page";
import { ButtonLink } from "@/components/ui/button-link";
import { Empty } from "@/components/ui/empty";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import { requireMember } from "@/lib/auth/session";
import { now } from "@/lib/clock";
import { ClientWords } from "@/lib/i18n/client-words";
import { productChoices } from "@/lib/products/queries";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("automations.list");
  return { title: t("title") };
}

export default async function AutomationsPage() {
  const { storeId, role, store } = await requireMember();
  const [t, rows, products] = await Promise.all([
    getTranslations("automations.list"),
    listed(storeId),
    productChoices(storeId),
  ]);
  const mayEdit = role !== "viewer" && products.length > 0;
  const create = mayEdit ? (
    <ButtonLink href="/automations/new" variant="primary" icon={<Plus aria-hidden />}>
      {t("create")}
    </ButtonLink>
  ) : null;
  return (
    <ClientWords areas={["automations"]}>
      <Page crumbs={[{ label: t("title") }]}>
        <PageHeader title={t("title")} actions={rows.length > 0 ? create : null}>
          {rows.length > 0
            ? t("lead", { count: rows.length, off: rows.filter((row) => !row.enabled).length })
            : null}
        </PageHeader>
        {rows.length === 0 ? (
          <Empty
            drawing={<AutomationsDrawing />}
            title={t("empty.title")}
            action={
              create ?? (
                <ButtonLink href="/products" variant="primary">
                  {t("empty.toProducts")}
                </ButtonLink>
              )
            }
          >
            {products.length > 0 ? t("empty.text") : t("empty.noProduct")}
          </Empty>
        ) : (
          byProduct(rows).map(({ product, automations }) => (
            <Section
              key={product.id}
              title={product.name}
              aside={<TextLink href={`/products/${product.id}`}>{t("toProduct")}</TextLink>}
            >
              <AutomationRows
                automations={automations}
                label={t("ofProduct", { product: product.name })}
                mayEdit={role !== "viewer"}
                zone={store.timeZone}
                now={now()}
                {...listActions}
              />
            </Section>
          ))
        )}
      </Page>
    </ClientWords>
  );
}
