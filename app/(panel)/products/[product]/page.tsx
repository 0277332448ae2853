import type { Metadata } from "next";
import { AskOwner } from "@/app/(panel)/ask-owner";
import { ProductForm } from "@/components/products/product-form";
import { ProductPage } from "@/components/products/product-page";
import { Locked } from "@/components/ui/locked";
import { deleteDraftAction, saveProductAction } from "../actions";
import { loadProduct, type ProductParams } from "./load";

export async function generateMetadata({ params }: ProductParams): Promise<Metadata> {
  const { product } = await loadProduct((await params).product);
  return { title: product.name };
}

export default async function ProductDataPage({ params }: ProductParams) {
  const { member, product, counts } = await loadProduct((await params).product);
  return (
    <ProductPage product={product} counts={counts}>
      <AskOwner member={member} />
      <Locked when={member.role === "viewer"}>
        <ProductForm
          // What the server saved last is what the form begins with.
          key={product.updatedAt.toISOString()}
          productId={product.id}
          draft={!product.savedAt}
          discovered={product.origin === "discovered"}
          product={{
            name: product.name,
            kind: product.kind,
            plans: product.plans,
            accessDays: product.accessDays === null ? "" : String(product.accessDays),
            qrCodes: product.qrCodes,
            easycartId: product.easycartId ?? "",
          }}
          save={saveProductAction}
          deleteDraft={deleteDraftAction}
        />
      </Locked>
    </ProductPage>
  );
}
