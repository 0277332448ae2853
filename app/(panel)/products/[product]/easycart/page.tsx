import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { sendSampleEvent } from "@/app/sample-action";
import { SampleForm } from "@/components/easycart/sample-form";
import { DraftNotice } from "@/components/products/draft-notice";
import { ProductPage } from "@/components/products/product-page";
import { CopyField } from "@/components/ui/copy-field";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import { appUrl } from "@/lib/env";
import { getStore } from "@/lib/stores/queries";
import { loadProduct, type ProductParams } from "../load";

export async function generateMetadata({ params }: ProductParams): Promise<Metadata> {
  const { product } = await loadProduct((await params).product);
  const t = await getTranslations("products");
  return { title: `${t("tabs.easycart")} · ${product.name}` };
}

export default async function ProductEasycartPage({ params }: ProductParams) {
  const { member, product, counts } = await loadProduct((await params).product);
  if (!product.savedAt)
    return (
      <ProductPage product={product} counts={counts}>
        <DraftNotice productId={product.id} what="easycart" />
      </ProductPage>
    );
  const [store, t, settings] = await Promise.all([
    getStore(member.storeId),
    getTranslations("products.easycart"),
    getTranslations("settings.sample"),
  ]);
  return (
    <ProductPage product={product} counts={counts}>
      <Section title={t("title")} lead={t("lead")}>
        <div className="grid max-w-200 gap-4 pt-5">
          <CopyField
            value={`${appUrl()}/api/easycart/${product.endpoint}`}
            label={t("address")}
            words={{ copy: t("copy"), copied: t("copied") }}
          />
          <p className="text-pretty text-ink-2">
            {t(store.hasSigningKey ? "signed" : "unsigned")} {t("global")}{" "}
            <TextLink href="/settings">{t("toSettings")}</TextLink>.
          </p>
          <Notice>{t("twice")}</Notice>
        </div>
      </Section>
      <Section title={settings("title")} lead={settings("lead")}>
        <div className="pt-5">
          <SampleForm
            products={[{ id: product.id, name: product.name }]}
            email={member.email}
            send={sendSampleEvent}
          />
        </div>
      </Section>
    </ProductPage>
  );
}
