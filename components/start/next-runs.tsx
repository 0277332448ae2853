import { useLocale, useTranslations } from "next-intl";
import { formatShortDate, formatTime } from "@/lib/format-date";
import type { ShownRun } from "../activity/run-rows";
import { ToolMark } from "../tool-mark";
import { Row, RowLink, Rows } from "../ui/rows";
import { Section } from "../ui/section";
import { TextLink } from "../ui/text-link";

interface NextRunsProps {
  runs: readonly ShownRun[];
  zone: string;
  now: Date;
}

export function NextRuns({ runs, zone, now }: NextRunsProps) {
  const t = useTranslations("start.next");
  const locale = useLocale();
  const columns = "3.75rem minmax(0,1fr) 1.5rem";
  return (
    <Section
      title={t("title")}
      aside={<TextLink href="/activity?status=waiting">{t("all")}</TextLink>}
    >
      {runs.length === 0 ? (
        <p className="border-b py-4 text-ink-2">{t("none")}</p>
      ) : (
        <Rows columns={columns} phoneColumns={columns} label={t("title")} className="-mt-px">
          {runs.map((run) => (
            <Row key={run.id}>
              <time dateTime={run.dueAt.toISOString()}>
                <span className="block font-medium">{formatTime(run.dueAt, { locale, zone })}</span>
                <span className="block text-note text-ink-3">
                  {formatShortDate(run.dueAt, { locale, zone, now })}
                </span>
              </time>
              <div className="min-w-0">
                <RowLink href={`/activity/${run.id}`} className="block truncate font-normal">
                  {run.customer.name ?? run.customer.email}
                </RowLink>
                <p className="truncate text-small text-ink-2">{run.automation}</p>
              </div>
              <ToolMark mark={run.tool.mark} size="small" />
            </Row>
          ))}
        </Rows>
      )}
    </Section>
  );
}
