import { useTranslations } from "next-intl";
import type { ProductKind } from "@/lib/products/kind";
import { Row, RowLink, Rows, RowText } from "../ui/rows";
import { ProductBadge, type ProductState } from "./product-badge";

interface ListedProduct extends ProductState {
  id: string;
  name: string;
  kind: ProductKind;
  easycartId: string | null;
  automations: number;
}

export function ProductRows({ products }: { products: readonly ListedProduct[] }) {
  const t = useTranslations("products");
  return (
    <Rows
      label={t("title")}
      columns="minmax(0,1fr) 12rem"
      head={[t("columns.product"), t("columns.automations")]}
    >
      {products.map((product) => (
        <Row key={product.id}>
          <RowText note={kindAndId(product)}>
            <span className="flex items-center gap-x-3 max-md:flex-wrap">
              <RowLink href={`/products/${product.id}`} className="min-w-0 md:truncate">
                {product.name}
              </RowLink>
              <ProductBadge product={product} />
            </span>
          </RowText>
          <div className="text-small text-ink-2">
            {t("automations", { count: product.automations })}
          </div>
        </Row>
      ))}
    </Rows>
  );

  function kindAndId({ kind, easycartId }: ListedProduct) {
    return easycartId ? `${t(`kind.${kind}`)}, ${easycartId}` : t(`kind.${kind}`);
  }
}
