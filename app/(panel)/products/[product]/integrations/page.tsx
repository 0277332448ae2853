import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AskOwner } from "@/app/(panel)/ask-owner";
import { type Asked, IntegrationsView } from "@/app/(panel)/integrations/integrations-view";
import { DraftNotice } from "@/components/products/draft-notice";
import { ProductPage } from "@/components/products/product-page";
import { ButtonLink } from "@/components/ui/button-link";
import { listIntegrations } from "@/lib/integrations/usage-queries";
import { loadProduct, type ProductParams } from "../load";

export async function generateMetadata({ params }: ProductParams): Promise<Metadata> {
  const { product } = await loadProduct((await params).product);
  const t = await getTranslations("products");
  return { title: `${t("tabs.integrations")} · ${product.name}` };
}

type Props = ProductParams & { searchParams: Promise<Asked> };

export default async function ProductIntegrationsPage({ params, searchParams }: Props) {
  const { member, product, counts } = await loadProduct((await params).product);
  const t = await getTranslations("integrations");
  const at = `/products/${product.id}/integrations`;
  if (!product.savedAt)
    return (
      <ProductPage product={product} counts={counts}>
        <DraftNotice productId={product.id} what="integrations" />
      </ProductPage>
    );
  const rows = await listIntegrations(member.storeId, product.id);
  return (
    <ProductPage product={product} counts={counts}>
      <div className="mb-4 flex items-start justify-between gap-6 max-md:flex-col">
        <p className="max-w-180 text-pretty text-ink-2">{t("lead")}</p>
        {rows.length > 0 && member.role !== "viewer" ? (
          <ButtonLink
            href={`${at}?new`}
            variant="primary"
            scroll={false}
            icon={<Plus aria-hidden />}
          >
            {t("create")}
          </ButtonLink>
        ) : null}
      </div>
      <AskOwner member={member} />
      <IntegrationsView
        member={member}
        rows={rows}
        at={at}
        asked={await searchParams}
        product={{ id: product.id, name: product.name }}
      />
    </ProductPage>
  );
}
