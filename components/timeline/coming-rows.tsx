"use client";

import { Ban, CalendarClock, Ellipsis, Play } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { formatDay, formatMomentInSentence, formatTime, type Reader } from "@/lib/format-date";
import { type ShownRun, useDeedWords } from "../activity/run-rows";
import { ToolMark } from "../tool-mark";
import { IconButton } from "../ui/button";
import { Checkbox } from "../ui/checkbox";
import { Menu, MenuItem } from "../ui/menu";
import { Row, RowControls, RowLink, Rows, RowText } from "../ui/rows";
import type { DeedKind } from "./steer-dialog";

export type ComingRun = ShownRun & { moment: string };
export interface ComingDay {
  /** "2026-11-24" in the store's zone. */
  key: string;
  at: Date;
  runs: ComingRun[];
}

interface DayRowsProps {
  day: ComingDay;
  zone: string;
  now: Date;
  /** Absent where the person may only look. */
  choice?: {
    has(run: ComingRun): boolean;
    toggle(run: ComingRun): void;
    ask(kind: DeedKind, run: ComingRun): void;
  };
}

const COLUMNS = "6rem minmax(0,22fr) minmax(0,34fr) minmax(0,19fr) minmax(0,17fr)";

/** One day of the timeline: its heading, and the runs that wait on it. */
export function DayRows({ day, zone, now, choice }: DayRowsProps) {
  const t = useTranslations("timeline");
  const locale = useLocale();
  const reader = { locale, zone, now };
  const title = formatDay(day.at, reader);
  return (
    <section className="mb-8">
      <h2 className="mb-2 text-section">{title}</h2>
      <Rows columns={choice ? `${COLUMNS} 2.5rem` : COLUMNS} label={t("onDay", { day: title })}>
        {day.runs.map((run) => (
          <Row
            key={run.id}
            selected={choice?.has(run)}
            className="max-md:grid-cols-[5.5rem_minmax(0,1fr)_2.5rem]"
          >
            <Coming run={run} reader={reader} choice={choice} />
          </Row>
        ))}
      </Rows>
    </section>
  );
}

interface ComingProps extends Pick<DayRowsProps, "choice"> {
  run: ComingRun;
  reader: Reader;
}

function Coming({ run, reader, choice }: ComingProps) {
  const t = useTranslations("timeline");
  const deed = useDeedWords(run.deed);
  const name = run.customer.name ?? run.customer.email;
  const wide = "max-md:col-start-2 max-md:col-span-2";
  return (
    <>
      <div className="flex items-center gap-3">
        {choice ? (
          <RowControls>
            <Checkbox
              aria-label={t("select", { customer: name })}
              checked={choice.has(run)}
              onCheckedChange={() => choice.toggle(run)}
            />
          </RowControls>
        ) : null}
        <time dateTime={run.dueAt.toISOString()} className="font-medium">
          {formatTime(run.dueAt, reader)}
        </time>
      </div>
      <RowText
        note={run.customer.name ? run.customer.email : undefined}
        className={`wrap-anywhere max-md:row-start-1 ${wide}`}
      >
        {/* On a phone the menu stands beside the name, and the address runs on under it. */}
        <RowLink href={`/activity/${run.id}`} className="max-md:block max-md:pr-12">
          {name}
        </RowLink>
      </RowText>
      <RowText note={run.automation} className={wide}>
        {deed}
      </RowText>
      <div className={`flex min-w-0 items-center gap-2.5 ${wide}`}>
        <ToolMark mark={run.tool.mark} size="small" />
        <span className="min-w-0 truncate">{run.account ?? run.tool.name}</span>
      </div>
      <p className={`min-w-0 text-small text-ink-2 ${wide}`}>
        {run.retryAt
          ? t("retry", { when: formatMomentInSentence(run.retryAt, reader) })
          : run.moment}
        {run.isSample ? `, ${t("sample")}` : null}
      </p>
      {choice ? (
        <RowControls className="max-md:col-start-3 max-md:row-start-1 max-md:-mt-2.5">
          <RunMenu name={name} ask={(kind) => choice.ask(kind, run)} />
        </RowControls>
      ) : null}
    </>
  );
}

/** What may be done about one run that waits. */
export function RunMenu({ name, ask }: { name: string; ask(kind: DeedKind): void }) {
  const t = useTranslations("timeline.act");
  return (
    <Menu
      trigger={
        <IconButton label={t("menu", { customer: name })}>
          <Ellipsis aria-hidden />
        </IconButton>
      }
    >
      <MenuItem icon={<Play aria-hidden />} onSelect={() => ask("start")}>
        {t("start")}
      </MenuItem>
      <MenuItem icon={<CalendarClock aria-hidden />} onSelect={() => ask("move")}>
        {t("move")}
      </MenuItem>
      <MenuItem icon={<Ban aria-hidden />} danger onSelect={() => ask("cancel")}>
        {t("cancel")}
      </MenuItem>
    </Menu>
  );
}
