import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { listActions } from "@/app/(panel)/automations/list-actions";
import { listed } from "@/app/(panel)/automations/listed";
import { AutomationRows } from "@/components/automations/automation-rows";
import { AutomationsDrawing } from "@/components/drawings/automations";
import { ProductsDrawing } from "@/components/drawings/products";
import { ProductPage } from "@/components/products/product-page";
import { ButtonLink } from "@/components/ui/button-link";
import { Empty } from "@/components/ui/empty";
import { now } from "@/lib/clock";
import { loadProduct, type ProductParams } from "../load";

export async function generateMetadata({ params }: ProductParams): Promise<Metadata> {
  const { product } = await loadProduct((await params).product);
  const t = await getTranslations("automations.list");
  return { title: `${t("title")} · ${product.name}` };
}

export default async function ProductAutomationsPage({ params }: ProductParams) {
  const { member, product, counts } = await loadProduct((await params).product);
  const t = await getTranslations("automations.list");
  if (!product.savedAt)
    return (
      <ProductPage product={product} counts={counts}>
        <Empty
          drawing={<ProductsDrawing />}
          title={t("draft.title")}
          action={
            <ButtonLink href={`/products/${product.id}`} variant="primary">
              {t("draft.action")}
            </ButtonLink>
          }
        >
          {t("draft.text")}
        </Empty>
      </ProductPage>
    );
  const rows = await listed(member.storeId, product.id);
  const mayEdit = member.role !== "viewer";
  const create = mayEdit ? (
    <ButtonLink
      href={`/automations/new?product=${product.id}`}
      variant="primary"
      icon={<Plus aria-hidden />}
    >
      {t("create")}
    </ButtonLink>
  ) : null;
  return (
    <ProductPage product={product} counts={counts}>
      {rows.length === 0 ? (
        <Empty drawing={<AutomationsDrawing />} title={t("empty.title")} action={create}>
          {t("empty.text")}
        </Empty>
      ) : (
        <>
          <div className="mb-4 flex items-start justify-between gap-6 max-md:flex-col">
            <p className="max-w-180 text-pretty text-ink-2">{t("productLead")}</p>
            {create}
          </div>
          <AutomationRows
            automations={rows}
            label={t("ofProduct", { product: product.name })}
            mayEdit={mayEdit}
            zone={member.store.timeZone}
            now={now()}
            {...listActions}
          />
        </>
      )}
    </ProductPage>
  );
}
