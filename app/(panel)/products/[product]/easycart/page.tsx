import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AskOwner } from "@/app/(panel)/ask-owner";
import { dropAddress, saveAddress } from "@/app/(panel)/deliveries/actions";
import { LatestDeliveries } from "@/app/(panel)/deliveries/latest";
import { sendSampleEvent } from "@/app/sample-action";
import { SampleForm } from "@/components/easycart/sample-form";
import { AddressForm } from "@/components/forwarding/address-form";
import { DraftNotice } from "@/components/products/draft-notice";
import { ProductPage } from "@/components/products/product-page";
import { CopyField } from "@/components/ui/copy-field";
import { Locked } from "@/components/ui/locked";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import { appUrl } from "@/lib/env";
import { ownAddress } from "@/lib/forwarding/queries";
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
  const [store, own, ofStore, forwarding, t, settings] = await Promise.all([
    getStore(member.storeId),
    ownAddress(member.storeId, product.id),
    ownAddress(member.storeId, null),
    getTranslations("forwarding"),
    getTranslations("products.easycart"),
    getTranslations("settings.sample"),
  ]);
  const mayLook = member.role === "viewer";
  return (
    <ProductPage product={product} counts={counts}>
      <AskOwner member={member} />
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
        </div>
      </Section>
      <Section id="forwarding" title={forwarding("title")} lead={forwarding("productLead")}>
        <div className="grid max-w-200 gap-4 pt-5">
          <Locked when={mayLook}>
            <AddressForm
              productId={product.id}
              url={own?.url ?? null}
              inherited={ofStore?.url}
              save={saveAddress}
              remove={dropAddress}
            />
          </Locked>
          {own || ofStore ? <Notice>{forwarding("form.twice")}</Notice> : null}
        </div>
        <LatestDeliveries member={member} productId={product.id} />
      </Section>
      {mayLook ? null : (
        <Section title={settings("title")} lead={settings("lead")}>
          <div className="pt-5">
            <SampleForm
              products={[{ id: product.id, name: product.name }]}
              email={member.email}
              send={sendSampleEvent}
            />
          </div>
        </Section>
      )}
    </ProductPage>
  );
}
