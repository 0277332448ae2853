import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ActivityDrawing } from "@/components/drawings/activity";
import { Page } from "@/components/shell/page";
import { Empty } from "@/components/ui/empty";
import { PageHeader } from "@/components/ui/page-header";
import { Row, Rows, RowText } from "@/components/ui/rows";
import { When } from "@/components/when";
import { isOperator } from "@/lib/auth/operator";
import { requireMember } from "@/lib/auth/session";
import { now } from "@/lib/clock";
import { countWishes } from "@/lib/integrations/system-queries";

/** More tools than that nobody reads. */
const MOST = 200;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("operator");
  return { title: t("title") };
}

export default async function OperatorPage() {
  const { email, store } = await requireMember();
  if (!isOperator(email)) notFound();
  const [wishes, t] = await Promise.all([countWishes(MOST), getTranslations("operator")]);
  const head = [t("column.tool"), t("column.wishes"), t("column.stores"), t("column.latest")];
  return (
    <Page crumbs={[{ label: t("title") }]}>
      <PageHeader title={t("title")}>{t("lead")}</PageHeader>
      {wishes.length === 0 ? (
        <Empty drawing={<ActivityDrawing />} title={t("empty.title")}>
          {t("empty.how")}
        </Empty>
      ) : (
        <Rows columns="minmax(0,1fr) 120px 120px 160px" head={head} label={t("title")}>
          {wishes.map(({ tool, wishes: count, stores, latest, purpose }) => (
            <Row key={tool}>
              <RowText note={purpose} strong>
                {tool}
              </RowText>
              <span>{t("wishes", { count })}</span>
              <span className="text-ink-2">{t("stores", { count: stores })}</span>
              <span className="text-ink-2">
                {latest ? (
                  <When at={latest} zone={store.timeZone} now={now()} look="short" />
                ) : null}
              </span>
            </Row>
          ))}
        </Rows>
      )}
    </Page>
  );
}
