import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AskOwner } from "@/app/(panel)/ask-owner";
import { CodesDrawing } from "@/components/drawings/codes";
import { DraftNotice } from "@/components/products/draft-notice";
import { ProductPage } from "@/components/products/product-page";
import { EarlierPurchases } from "@/components/qr/earlier";
import { HowToScan } from "@/components/qr/how-to";
import { ScansForm } from "@/components/qr/scans-form";
import { ButtonLink } from "@/components/ui/button-link";
import { Empty } from "@/components/ui/empty";
import { Locked } from "@/components/ui/locked";
import { Section } from "@/components/ui/section";
import { codesQuery } from "@/lib/qr/input";
import { getStore } from "@/lib/stores/queries";
import { loadProduct, type ProductParams } from "../load";
import { issueForEarlier, saveScans } from "./actions";
import { Codes } from "./codes";

export async function generateMetadata({ params }: ProductParams): Promise<Metadata> {
  const { product } = await loadProduct((await params).product);
  const t = await getTranslations("products");
  return { title: `${t("tabs.qr")} · ${product.name}` };
}

type Props = ProductParams & {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function ProductQrPage({ params, searchParams }: Props) {
  const { member, product, counts } = await loadProduct((await params).product);
  const page = { product, counts };
  if (!product.savedAt)
    return (
      <ProductPage {...page}>
        <DraftNotice productId={product.id} what="qr" />
      </ProductPage>
    );
  const [store, t] = await Promise.all([getStore(member.storeId), getTranslations("qr")]);
  const mayLook = member.role === "viewer";
  const { older } = codesQuery.parse(await searchParams);
  return (
    <ProductPage {...page}>
      <AskOwner member={member} />
      {product.qrCodes ? null : (
        <Empty
          drawing={<CodesDrawing />}
          title={t("off")}
          action={
            <ButtonLink href={`/products/${product.id}`} variant="primary">
              {t("toData")}
            </ButtonLink>
          }
        >
          {t("offText")}
        </Empty>
      )}
      <Codes storeId={member.storeId} product={product} older={older} />
      {product.qrCodes ? (
        <>
          <Section title={t("limit.title")}>
            <div className="pt-4">
              <Locked when={mayLook}>
                <ScansForm
                  settings={{
                    productId: product.id,
                    scans: product.qrScans === null ? "" : String(product.qrScans),
                  }}
                  save={saveScans}
                />
              </Locked>
            </div>
          </Section>
          {mayLook ? null : (
            <Section title={t("earlier.title")} lead={t("earlier.lead")}>
              <EarlierPurchases productId={product.id} issue={issueForEarlier} />
            </Section>
          )}
          <Section title={t("how.title")}>
            <HowToScan productId={product.id} eventName={store.qrScannedEvent} />
          </Section>
        </>
      ) : null}
    </ProductPage>
  );
}
