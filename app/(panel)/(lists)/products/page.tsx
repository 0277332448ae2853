import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ProductsDrawing } from "@/components/drawings/products";
import { SearchDrawing } from "@/components/drawings/search";
import { ProductRows } from "@/components/products/product-rows";
import { SearchForm } from "@/components/products/search-form";
import { Page } from "@/components/shell/page";
import { ButtonLink } from "@/components/ui/button-link";
import { Empty } from "@/components/ui/empty";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { requireMember } from "@/lib/auth/session";
import { listProducts } from "@/lib/products/queries";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("products");
  return { title: t("title") };
}

type Props = { searchParams: Promise<{ q?: string | string[]; after?: string | string[] }> };

const one = (value: string | string[] | undefined) =>
  typeof value === "string" && value !== "" ? value.slice(0, 100) : undefined;

export default async function ProductsPage({ searchParams }: Props) {
  const { storeId, role } = await requireMember();
  const asked = await searchParams;
  const [search, after] = [one(asked.q)?.trim(), one(asked.after)];
  const [{ rows, more }, t] = await Promise.all([
    listProducts(storeId, { search, after }),
    getTranslations("products"),
  ]);
  const create =
    role === "viewer" ? null : (
      <ButtonLink href="/products/new" variant="primary" icon={<Plus aria-hidden />}>
        {t("create")}
      </ButtonLink>
    );
  const isNew = rows.length === 0 && !search && !after;
  const last = rows.at(-1);
  const older =
    last && more
      ? `?${new URLSearchParams({ ...(search && { q: search }), after: last.id })}`
      : undefined;
  return (
    <Page crumbs={[{ label: t("title") }]}>
      <PageHeader title={t("title")} actions={isNew ? undefined : create}>
        {t("lead")}
      </PageHeader>
      {isNew ? (
        <Empty drawing={<ProductsDrawing />} title={t("empty.title")} action={create}>
          {t("empty.text")}
        </Empty>
      ) : (
        <>
          <SearchForm search={search} />
          {rows.length === 0 ? (
            <Empty
              drawing={<SearchDrawing />}
              title={t("none.title", { search: search ?? "" })}
              action={<ButtonLink href="/products">{t("none.all")}</ButtonLink>}
            >
              {t("none.text")}
            </Empty>
          ) : (
            <ProductRows products={rows} />
          )}
          <Pagination
            newer={after ? `?${new URLSearchParams(search ? { q: search } : {})}` : undefined}
            older={older}
            words={{ label: t("pages"), newer: t("toStart"), older: t("older") }}
          />
        </>
      )}
    </Page>
  );
}
