import { CircleCheck, CopyX, ListX, SkipForward } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { formatMoment } from "@/lib/format-date";
import type { Rehearsed } from "@/lib/runs/on-history";
import { TimelineDrawing } from "../drawings/timeline";
import { Badge } from "../ui/badge";
import { Empty } from "../ui/empty";
import { Row, RowLink, Rows, RowText } from "../ui/rows";
import { When } from "../when";

interface HistoryRowsProps {
  rows: readonly Rehearsed[];
  zone: string;
  now: Date;
}

const LOOKS = {
  would: { tone: "ok", icon: CircleCheck },
  has: { tone: "idle", icon: CircleCheck },
  again: { tone: "idle", icon: CopyX },
  skipped: { tone: "idle", icon: SkipForward },
  unmet: { tone: "idle", icon: ListX },
} as const;

/** One line an event: when it came, whose it is, what would have come of it. */
export function HistoryRows({ rows, zone, now }: HistoryRowsProps) {
  const t = useTranslations("history");
  const activity = useTranslations("activity.reason");
  const locale = useLocale();
  if (rows.length === 0)
    return (
      <Empty drawing={<TimelineDrawing />} title={t("none")}>
        {t("noneText")}
      </Empty>
    );
  const words = ({ verdict, dueAt, unmet }: Rehearsed) => {
    const when = formatMoment(dueAt, { locale, zone, now });
    return t(verdict, { when, count: unmet?.length ?? 0 });
  };
  return (
    <Rows
      columns="8rem minmax(0,1fr) minmax(0,1.4fr)"
      phoneColumns="minmax(0,1fr)"
      head={[t("heard"), t("person"), t("verdict")]}
      label={t("list")}
    >
      {rows.map((row) => {
        const { tone, icon } = LOOKS[row.verdict];
        const { id, name, email } = row.person;
        return (
          <Row key={`${row.eventId} ${row.dueAt.toISOString()}`}>
            <When at={row.at} zone={zone} now={now} look="short" />
            <div className="min-w-0">
              <RowLink href={`/customers/${id}`} className="block truncate">
                {name ?? email}
              </RowLink>
              <p className="truncate text-small text-ink-2">{name ? email : null}</p>
            </div>
            <RowText note={row.verdict === "skipped" ? activity(reasonOf(row.reason)) : undefined}>
              <Badge tone={tone} icon={icon}>
                {words(row)}
              </Badge>
            </RowText>
          </Row>
        );
      })}
    </Rows>
  );
}

const reasonOf = (reason: string | undefined) =>
  reason === "momentPast" || reason === "windowAfterEnd" ? reason : "other";
