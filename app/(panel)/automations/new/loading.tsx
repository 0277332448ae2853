import { useTranslations } from "next-intl";
import { Page } from "@/components/shell/page";
import { Card, CardPart, Columns } from "@/components/ui/card";
import { Skeleton } from "@/components/ui/skeleton";

const ROWS = ["trigger", "moment", "tool", "account", "action", "details"];

/** The editor's rows and its card until it knows products, tools and accounts. */
export default function Loading() {
  const t = useTranslations();
  const title = t("automations.editor.newTitle");
  return (
    <Page crumbs={[{ label: t("automations.list.title"), href: "/automations" }, { label: title }]}>
      <div aria-busy>
        <h1 className="sr-only">{title}</h1>
        <span role="status" className="sr-only">
          {t("shell.nav.loading")}
        </span>
        <Skeleton className="mb-4 h-6 w-48" />
        <Skeleton className="mb-8 w-4/5" />
        <Columns aside={<Waiting />}>
          <Skeleton className="mb-8 h-7 w-3/4" />
          <div className="border-line-strong border-t">
            {ROWS.map((row) => (
              <div key={row} className="grid gap-4 border-b py-4 md:grid-cols-[5rem_minmax(0,1fr)]">
                <Skeleton className="h-4" />
                <Skeleton className="h-9 w-full" />
              </div>
            ))}
          </div>
        </Columns>
      </div>
    </Page>
  );
}

function Waiting() {
  return (
    <Card>
      <CardPart>
        <Skeleton className="mb-4 h-4 w-32" />
        <Skeleton className="mb-2" />
        <Skeleton className="w-3/4" />
      </CardPart>
      <CardPart>
        <Skeleton className="h-10 w-full" />
      </CardPart>
    </Card>
  );
}
