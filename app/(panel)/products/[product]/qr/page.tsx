import { QrCode } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DraftNotice } from "@/components/products/draft-notice";
import { ProductPage } from "@/components/products/product-page";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button-link";
import { Section } from "@/components/ui/section";
import { getStore } from "@/lib/stores/queries";
import { loadProduct, type ProductParams } from "../load";

export async function generateMetadata({ params }: ProductParams): Promise<Metadata> {
  const { product } = await loadProduct((await params).product);
  const t = await getTranslations("products");
  return { title: `${t("tabs.qr")} · ${product.name}` };
}

export default async function ProductQrPage({ params }: ProductParams) {
  const { member, product, counts } = await loadProduct((await params).product);
  if (!product.savedAt)
    return (
      <ProductPage product={product} counts={counts}>
        <DraftNotice productId={product.id} what="qr" />
      </ProductPage>
    );
  const [store, t] = await Promise.all([getStore(member.storeId), getTranslations("products.qr")]);
  const on = product.qrCodes;
  return (
    <ProductPage product={product} counts={counts}>
      <div className="mb-9 grid max-w-160 justify-items-start gap-3">
        <Badge tone={on ? "ok" : "idle"} icon={QrCode} boxed>
          {t(on ? "on" : "off")}
        </Badge>
        <p className="text-pretty text-ink-2">{t(on ? "onText" : "offText")}</p>
        <ButtonLink href={`/products/${product.id}${on ? "/automations" : ""}`}>
          {t(on ? "toAutomations" : "toData")}
        </ButtonLink>
      </div>
      <Section title={t("howTitle")}>
        <ol className="grid max-w-160 list-decimal gap-2 pt-4 pl-5">
          <li className="pl-1">{t("how1")}</li>
          <li className="pl-1">{t("how2")}</li>
          <li className="pl-1">{t("how3")}</li>
        </ol>
        <p className="mt-4 text-small text-ink-2">
          {t("eventName")} <code className="font-mono text-code">{store.qrScannedEvent}</code>.{" "}
          {t("eventHint")}
        </p>
      </Section>
    </ProductPage>
  );
}
