import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { formatNumber } from "@/lib/format";
import type { ProductKind } from "@/lib/products/kind";
import { Page } from "../shell/page";
import { LinkTabs } from "../ui/link-tabs";
import { PageHeader } from "../ui/page-header";
import { ProductBadge, type ProductState } from "./product-badge";

export interface ProductPageProps {
  product: ProductState & {
    id: string;
    name: string;
    kind: ProductKind;
    accessDays: number | null;
    plans: readonly unknown[];
  };
  counts: { automations: number; customers: number; integrations: number };
  phoneFoot?: ReactNode;
  children: ReactNode;
}

/** One tab of a product: its name and facts, the tabs, and what the tab holds. */
export function ProductPage({ product, counts, phoneFoot, children }: ProductPageProps) {
  const t = useTranslations("products");
  const at = `/products/${product.id}`;
  return (
    <Page
      crumbs={[{ label: t("title"), href: "/products" }, { label: product.name }]}
      phoneFoot={phoneFoot}
    >
      <PageHeader title={product.name} className="mb-5">
        <Facts product={product} customers={counts.customers} />
      </PageHeader>
      <LinkTabs
        label={t("tabs.label", { product: product.name })}
        tabs={[
          { href: at, label: t("tabs.data") },
          { href: `${at}/integrations`, label: t("tabs.integrations"), count: counts.integrations },
          { href: `${at}/automations`, label: t("tabs.automations"), count: counts.automations },
          { href: `${at}/easycart`, label: t("tabs.easycart") },
          { href: `${at}/qr`, label: t("tabs.qr") },
        ]}
      />
      {children}
    </Page>
  );
}

function Facts({
  product,
  customers,
}: {
  product: ProductPageProps["product"];
  customers: number;
}) {
  const t = useTranslations("products");
  const locale = useLocale();
  const { kind, plans, accessDays } = product;
  const facts = [
    t(`kind.${kind}`),
    ...(plans.length > 0 ? [t("plans", { count: plans.length })] : []),
    ...(accessDays ? [t("accessFor", { days: accessDays })] : []),
    ...(customers > 0
      ? [t("customers", { count: customers, number: formatNumber(customers, locale) })]
      : []),
  ];
  return (
    <>
      <ProductBadge product={product} boxed />
      <span>{facts.join(", ")}</span>
    </>
  );
}
