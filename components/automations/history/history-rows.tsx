import { CircleCheck, CopyX, ListX, SkipForward } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { conditionWords } from "@/lib/automations/extras-words";
import { formatMoment } from "@/lib/format-date";
import type { Rehearsed } from "@/lib/runs/history/verdict";
import { TimelineDrawing } from "../../drawings/timeline";
import { Badge } from "../../ui/badge";
import { Checkbox } from "../../ui/checkbox";
import { Empty } from "../../ui/empty";
import { Row, RowControls, RowLink, Rows, RowText } from "../../ui/rows";
import { When } from "../../when";

/** Which of those for whom it would have run are chosen. */
export interface Picks {
  ids: ReadonlySet<string>;
  toggle(eventId: string): void;
}

interface HistoryRowsProps {
  rows: readonly Rehearsed[];
  zone: string;
  now: Date;
  /** Absent: there is nothing to choose for. */
  picks?: Picks;
}

const LOOKS = {
  would: { tone: "ok", icon: CircleCheck },
  has: { tone: "idle", icon: CircleCheck },
  again: { tone: "idle", icon: CopyX },
  skipped: { tone: "idle", icon: SkipForward },
  unmet: { tone: "idle", icon: ListX },
} as const;

const COLUMNS = "8rem minmax(0,1fr) minmax(0,1.4fr)";

/** One line an event: when it came, whose it is, what would have come of it. */
export function HistoryRows({ rows, zone, now, picks }: HistoryRowsProps) {
  const t = useTranslations("history");
  if (rows.length === 0)
    return (
      <Empty drawing={<TimelineDrawing />} title={t("none")}>
        {t("noneText")}
      </Empty>
    );
  const head = [t("heard"), t("person"), t("verdict")];
  return (
    <Rows
      columns={picks ? `1.25rem ${COLUMNS}` : COLUMNS}
      phoneColumns={picks ? "1.25rem minmax(0,1fr)" : "minmax(0,1fr)"}
      head={picks ? ["", ...head] : head}
      label={t("list")}
    >
      {rows.map((row) => (
        <HistoryRow
          key={`${row.eventId} ${row.dueAt.toISOString()}`}
          {...{ row, zone, now, picks }}
        />
      ))}
    </Rows>
  );
}

type RowProps = Omit<HistoryRowsProps, "rows"> & { row: Rehearsed };

function HistoryRow({ row, zone, now, picks }: RowProps) {
  const { id, name, email } = row.person;
  const chosen = picks?.ids.has(row.eventId) ?? false;
  return (
    <Row selected={chosen}>
      {picks ? <Pick {...{ row, chosen, picks }} /> : null}
      <When at={row.at} zone={zone} now={now} look="short" />
      <div className="min-w-0 max-md:col-start-[-2]">
        <RowLink href={`/customers/${id}`} className="block wrap-anywhere md:truncate">
          {name ?? email}
        </RowLink>
        <p className="wrap-anywhere text-small text-ink-2 md:truncate">{name ? email : null}</p>
      </div>
      <Fate row={row} zone={zone} now={now} />
    </Row>
  );
}

/** Only whom the automation would have run for can be chosen. */
function Pick({ row, chosen, picks }: { row: Rehearsed; chosen: boolean; picks: Picks }) {
  const t = useTranslations("history");
  return (
    <RowControls className="max-md:row-span-3 md:justify-start">
      {row.verdict === "would" ? (
        <Checkbox
          aria-label={t("pick", { name: row.person.name ?? row.person.email })}
          checked={chosen}
          onCheckedChange={() => picks.toggle(row.eventId)}
        />
      ) : null}
    </RowControls>
  );
}

function Fate({ row: { verdict, dueAt, reason, unmet }, zone, now }: Omit<RowProps, "picks">) {
  const t = useTranslations("history");
  const automations = useTranslations("automations");
  const locale = useLocale();
  const { tone, icon } = LOOKS[verdict];
  const conditions = unmet?.map((each) => conditionWords(each, automations)).join(", ");
  return (
    <RowText
      className="max-md:col-start-[-2]"
      note={conditions ? t("unmetNote", { conditions }) : reason && t(reason)}
    >
      <Badge tone={tone} icon={icon}>
        {t(verdict, { when: formatMoment(dueAt, { locale, zone, now }) })}
      </Badge>
    </RowText>
  );
}
