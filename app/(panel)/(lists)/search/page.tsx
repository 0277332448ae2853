import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { SearchBox } from "@/components/activity/search-box";
import { SearchDrawing } from "@/components/drawings/search";
import { Page } from "@/components/shell/page";
import { Empty } from "@/components/ui/empty";
import { PageHeader } from "@/components/ui/page-header";
import { Row, RowLink, Rows, RowText } from "@/components/ui/rows";
import { Section } from "@/components/ui/section";
import { searchStore } from "@/lib/activity/search-queries";
import { requireMember } from "@/lib/auth/session";
import { ClientWords } from "@/lib/i18n/client-words";

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const query = z.object({ q: z.string().trim().max(200).catch("") });

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("activity.search");
  return { title: t("title") };
}

export default async function SearchPage({ searchParams }: Props) {
  const { storeId } = await requireMember();
  const { q } = query.parse(await searchParams);
  const t = await getTranslations("activity.search");
  return (
    <ClientWords areas={["activity"]}>
      <Page crumbs={[{ label: t("title") }]}>
        <PageHeader title={t("title")} />
        <SearchBox query={q} />
        {q ? <Results storeId={storeId} text={q} /> : <p className="text-ink-2">{t("hint")}</p>}
      </Page>
    </ClientWords>
  );
}

async function Results({ storeId, text }: { storeId: string; text: string }) {
  const [t, found] = await Promise.all([
    getTranslations("activity.search"),
    searchStore(storeId, text),
  ]);
  const groups = [
    {
      title: t("customers"),
      rows: found.customers.map(({ id, name, email }) => ({
        href: `/customers/${id}`,
        name: name ?? email,
        note: name ? email : undefined,
      })),
    },
    {
      title: t("automations"),
      rows: found.automations.map(({ id, name, product }) => ({
        href: `/automations/${id}`,
        name,
        note: product,
      })),
    },
    {
      title: t("products"),
      rows: found.products.map(({ id, name }) => ({
        href: `/products/${id}`,
        name,
        note: undefined,
      })),
    },
  ].filter(({ rows }) => rows.length > 0);
  if (groups.length === 0)
    return (
      <div role="status">
        <Empty drawing={<SearchDrawing />} title={t("none", { text })}>
          {t("hint")}
        </Empty>
      </div>
    );
  return groups.map(({ title, rows }) => (
    <Section key={title} title={title}>
      <Rows columns="minmax(0,1fr)" label={title} className="-mt-px">
        {rows.map(({ href, name, note }) => (
          <Row key={href}>
            <RowText note={note}>
              <RowLink href={href}>{name}</RowLink>
            </RowText>
          </Row>
        ))}
      </Rows>
    </Section>
  ));
}
