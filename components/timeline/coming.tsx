"use client";

import { Ban, CalendarClock, Play, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Filters } from "../activity/run-filters";
import { Button, IconButton } from "../ui/button";
import { Checkbox } from "../ui/checkbox";
import { type ComingDay, DayRows } from "./coming-rows";
import { type Asked, type DeedKind, type SteerActions, SteerDialog } from "./steer-dialog";
import { useChosen } from "./use-chosen";

interface ComingProps extends SteerActions {
  days: readonly ComingDay[];
  zone: string;
  now: Date;
  filters: Filters;
  /** There are more than this page. */
  pages: boolean;
  mayAct: boolean;
}

/** A page of the timeline by days, and what may be done about its runs: one by one, ticked, or all that match. */
export function Coming({ days, zone, now, filters, pages, mayAct, ...actions }: ComingProps) {
  const t = useTranslations("timeline");
  const choice = useChosen(filters);
  const [asked, ask] = useState<Asked>();
  const ids = days.flatMap(({ runs }) => runs.map(({ id }) => id));
  const here = ids.filter(choice.has).length;
  return (
    <>
      {mayAct ? (
        <div className="mb-4 flex min-h-10 flex-wrap items-center gap-x-4 gap-y-1">
          <Checkbox
            label={t("selectPage")}
            checked={here === ids.length}
            indeterminate={here > 0 && here < ids.length}
            onCheckedChange={(on) => choice.set(ids, on)}
          />
          {pages && !choice.all ? (
            <Button variant="ghost" size="small" onClick={() => choice.chooseAll(now)}>
              {t("selectAll")}
            </Button>
          ) : null}
        </div>
      ) : null}
      {days.map((day) => (
        <DayRows
          key={day.key}
          day={day}
          zone={zone}
          now={now}
          choice={
            mayAct
              ? {
                  has: ({ id }) => choice.has(id),
                  toggle: ({ id }) => choice.set([id], !choice.has(id)),
                  ask: (kind, { id, customer }) =>
                    ask({
                      ...{ kind, chosen: { runIds: [id] } },
                      customer: customer.name ?? customer.email,
                    }),
                }
              : undefined
          }
        />
      ))}
      {choice.any ? (
        <BulkBar
          words={
            choice.all
              ? t("chosenAll", { except: choice.size })
              : t("chosen", { count: choice.size })
          }
          onAsk={(kind) => ask({ kind, chosen: choice.chosen })}
          onClear={choice.clear}
        />
      ) : null}
      <SteerDialog
        asked={asked}
        onClose={() => ask(undefined)}
        onDone={() => {
          ask(undefined);
          choice.clear();
        }}
        zone={zone}
        now={now}
        {...actions}
      />
    </>
  );
}

interface BulkBarProps {
  words: string;
  onAsk(kind: DeedKind): void;
  onClear(): void;
}

function BulkBar({ words, onAsk, onClear }: BulkBarProps) {
  const t = useTranslations("timeline.act");
  return (
    <section
      aria-label={t("bar")}
      className="sticky bottom-4 z-10 mx-auto mt-4 flex w-fit max-w-full flex-wrap items-center gap-1 rounded-card border border-line-strong bg-raised px-3 py-2 shadow-float"
    >
      <p role="status" className="px-2 font-medium">
        {words}
      </p>
      <Button variant="ghost" icon={<Play aria-hidden />} onClick={() => onAsk("start")}>
        {t("start")}
      </Button>
      <Button variant="ghost" icon={<CalendarClock aria-hidden />} onClick={() => onAsk("move")}>
        {t("move")}
      </Button>
      <Button
        variant="ghost"
        icon={<Ban aria-hidden />}
        className="text-bad"
        onClick={() => onAsk("cancel")}
      >
        {t("cancel")}
      </Button>
      <IconButton label={t("clear")} onClick={onClear}>
        <X aria-hidden />
      </IconButton>
    </section>
  );
}
