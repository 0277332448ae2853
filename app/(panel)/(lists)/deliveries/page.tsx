import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { shown } from "@/app/(panel)/deliveries/shown";
import { found } from "@/app/found";
import { DeliveriesDrawing } from "@/components/drawings/deliveries";
import { DeliveryRows } from "@/components/forwarding/delivery-rows";
import { Page } from "@/components/shell/page";
import { ButtonLink } from "@/components/ui/button-link";
import { Empty } from "@/components/ui/empty";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { requireMember } from "@/lib/auth/session";
import { now } from "@/lib/clock";
import { logQuery } from "@/lib/forwarding/input";
import { listDeliveries } from "@/lib/forwarding/log-queries";
import { getProduct } from "@/lib/products/queries";

const PER_PAGE = 50;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("forwarding.log");
  return { title: t("title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function DeliveriesPage({ searchParams }: Props) {
  const { storeId, store } = await requireMember();
  const { product: productId, older } = logQuery.parse(await searchParams);
  const [product, { rows, more }, t, settings, products] = await Promise.all([
    productId ? found(getProduct(storeId, productId)) : undefined,
    listDeliveries(storeId, { productId, older, limit: PER_PAGE }),
    getTranslations("forwarding.log"),
    getTranslations("settings"),
    getTranslations("products"),
  ]);
  const setUp = product ? `/products/${product.id}/easycart` : "/settings";
  const href = (place: Record<string, string>) =>
    `/deliveries?${new URLSearchParams({ ...(productId && { product: productId }), ...place })}`;
  return (
    <Page
      crumbs={[
        product
          ? { label: products("title"), href: "/products" }
          : { label: settings("title"), href: "/settings" },
        ...(product ? [{ label: product.name, href: setUp }] : []),
        { label: t("title") },
      ]}
    >
      <PageHeader title={t("title")}>
        {product ? t("ofProduct", { product: product.name }) : t("lead")}
      </PageHeader>
      {rows.length === 0 ? (
        <Empty
          drawing={<DeliveriesDrawing />}
          title={t("empty")}
          action={
            <ButtonLink href={setUp} variant="primary">
              {t("toSettings")}
            </ButtonLink>
          }
        >
          {t("emptyText")}
        </Empty>
      ) : (
        <DeliveryRows
          deliveries={await shown(rows)}
          label={t("title")}
          zone={store.timeZone}
          now={now()}
        />
      )}
      <Pagination
        newer={older ? href({}) : undefined}
        older={more ? href({ older: rows.at(-1)?.id ?? "" }) : undefined}
        words={{ label: t("pages"), newer: t("newest"), older: t("older") }}
      />
    </Page>
  );
}
