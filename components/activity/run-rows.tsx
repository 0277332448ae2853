import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { formatMomentInSentence, formatShortDate, formatTime } from "@/lib/format-date";
import { RunStatus, type RunStatusName } from "../run-status";
import { type Mark, ToolMark } from "../tool-mark";
import { Checkbox } from "../ui/checkbox";
import { cn } from "../ui/cn";
import { Row, RowControls, RowLink, Rows, RowText } from "../ui/rows";

/** A run as a list tells of it. */
export interface ShownRun {
  id: string;
  status: RunStatusName;
  isSample: boolean;
  dueAt: Date;
  finishedAt: Date | null;
  /** It waits for its next attempt. */
  retryAt?: Date;
  customer: { id: string; name: string | null; email: string };
  deed: { action: string; what?: string };
  automation: string;
  tool: { name: string; mark: Mark };
  account?: string;
}

/** Which of the runs are chosen, where some can be. */
interface Selection {
  has(run: ShownRun): boolean;
  toggle(run: ShownRun): void;
}

interface RunRowsProps {
  runs: readonly ShownRun[];
  label: string;
  zone: string;
  now: Date;
  /** On a customer's own page their name stands above. */
  withoutCustomer?: boolean;
  selection?: Selection;
  /** What may be done about a run; from a client component only. */
  menu?(run: ShownRun): ReactNode;
}

export function RunRows(props: RunRowsProps) {
  const { runs, label, zone, now, withoutCustomer, selection, menu } = props;
  const t = useTranslations("activity.columns");
  const customer = withoutCustomer ? [] : ["minmax(0,23fr)"];
  return (
    <Rows
      columns={[
        selection ? "7.25rem" : "5.5rem",
        ...customer,
        "minmax(0,33fr)",
        "minmax(0,17fr)",
        "10.5rem",
        ...(menu ? ["2.5rem"] : []),
      ].join(" ")}
      head={
        withoutCustomer
          ? undefined
          : [t("due"), t("customer"), t("what"), t("account"), t("status")]
      }
      label={label}
      className={withoutCustomer ? "-mt-px" : undefined}
    >
      {runs.map((run) => (
        <Row
          key={run.id}
          selected={selection?.has(run)}
          className="max-md:grid-cols-[minmax(0,1fr)_auto]"
        >
          <div className="flex items-center gap-3">
            {selection ? <Chosen run={run} selection={selection} /> : null}
            <Due at={run.dueAt} zone={zone} now={now} />
          </div>
          {withoutCustomer ? null : <Customer run={run} />}
          <Deed run={run} linked={withoutCustomer ?? false} />
          <div className={cn("flex min-w-0 items-center gap-2.5", !menu && "max-md:col-span-2")}>
            <ToolMark mark={run.tool.mark} size="small" />
            <span className="min-w-0 truncate">{run.account ?? run.tool.name}</span>
          </div>
          <State run={run} zone={zone} now={now} />
          {menu ? (
            <RowControls className="-my-2 max-md:justify-end">{menu(run)}</RowControls>
          ) : null}
        </Row>
      ))}
    </Rows>
  );
}

function Chosen({ run, selection }: { run: ShownRun; selection: Selection }) {
  const t = useTranslations("activity.again");
  const { customer } = run;
  return (
    <RowControls>
      <Checkbox
        aria-label={t("select", { customer: customer.name ?? customer.email })}
        checked={selection.has(run)}
        onCheckedChange={() => selection.toggle(run)}
      />
    </RowControls>
  );
}

function Due({ at, zone, now }: { at: Date; zone: string; now: Date }) {
  const locale = useLocale();
  return (
    <time dateTime={at.toISOString()} className="max-md:flex max-md:gap-2">
      <span className="block font-medium">{formatTime(at, { locale, zone })}</span>
      <span className="block text-small text-ink-2">
        {formatShortDate(at, { locale, zone, now })}
      </span>
    </time>
  );
}

function Customer({ run: { id, customer } }: { run: ShownRun }) {
  return (
    <RowText note={customer.name ? customer.email : undefined} className="max-md:col-span-2">
      <RowLink href={`/activity/${id}`}>{customer.name ?? customer.email}</RowLink>
    </RowText>
  );
}

function Deed({ run, linked }: { run: ShownRun; linked: boolean }) {
  const words = useDeedWords(run.deed);
  return (
    <RowText note={run.automation} className="max-md:col-span-2">
      {linked ? <RowLink href={`/activity/${run.id}`}>{words}</RowLink> : words}
    </RowText>
  );
}

export function useDeedWords({ action, what }: ShownRun["deed"]): string {
  const t = useTranslations("activity");
  return what ? t("deed", { action, what }) : action;
}

function State({ run, zone, now }: { run: ShownRun; zone: string; now: Date }) {
  const t = useTranslations("activity");
  const locale = useLocale();
  const reader = { locale, zone, now };
  const { retryAt, finishedAt, dueAt } = run;
  const late = finishedAt && finishedAt.getTime() - dueAt.getTime() > 60_000;
  return (
    <div className="min-w-0 max-md:col-start-2 max-md:row-start-1 max-md:text-right">
      <div className="flex flex-wrap items-center gap-x-2 max-md:justify-end">
        <RunStatus status={run.status} />
        {run.isSample ? <span className="text-note text-ink-3">{t("sample")}</span> : null}
      </div>
      {retryAt ? (
        <p className="text-small text-ink-2">
          {t("retry", { when: formatMomentInSentence(retryAt, reader) })}
        </p>
      ) : null}
      {late ? (
        <p className="text-small text-ink-2">{formatMomentInSentence(finishedAt, reader)}</p>
      ) : null}
    </div>
  );
}
