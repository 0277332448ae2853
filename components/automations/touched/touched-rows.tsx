"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import type { WaitingChoice } from "@/lib/runs/edit/choice";
import type { Touched } from "@/lib/runs/edit/input";
import { Button } from "../../ui/button";
import { Rows } from "../../ui/rows";
import { TouchedRow } from "./touched-row";
import type { TouchedPeople } from "./use-touched";

interface TouchedRowsProps {
  people: TouchedPeople;
  choiceOf(row: Touched): WaitingChoice;
  onChoose(row: Touched, choice: WaitingChoice): void;
  onMore(): Promise<string | undefined>;
}

/** The people who wait, the soonest first, a page at a time. */
export function TouchedRows({ people, choiceOf, onChoose, onMore }: TouchedRowsProps) {
  const t = useTranslations("automations.touched");
  const { sum, page } = people;
  return (
    <>
      <Rows
        columns="minmax(0,1fr) 7.5rem 11.5rem 12.75rem"
        head={[t("head.customer"), t("head.before"), t("head.after"), t("head.exception")]}
        label={t("people")}
        className="mt-5"
      >
        {page.rows.map((row) => (
          <TouchedRow
            key={row.runId}
            row={row}
            zone={people.zone}
            now={people.now}
            mayMove={sum.move !== null}
            choice={choiceOf(row)}
            onChoose={(choice) => onChoose(row, choice)}
          />
        ))}
      </Rows>
      {page.next ? <More left={sum.waiting - page.rows.length} onMore={onMore} /> : null}
    </>
  );
}

function More({ left, onMore }: { left: number; onMore(): Promise<string | undefined> }) {
  const t = useTranslations("automations.touched");
  const [pending, start] = useTransition();
  const [refusal, setRefusal] = useState<string>();
  return (
    <div className="flex flex-wrap items-center gap-3 pt-3">
      <Button
        size="small"
        pending={pending}
        pendingLabel={t("loading")}
        onClick={() => start(async () => setRefusal(await onMore()))}
      >
        {t("more")}
      </Button>
      <span className="text-small text-ink-2">{t("left", { count: Math.max(1, left) })}</span>
      {refusal ? (
        <span role="alert" className="text-small text-bad">
          {refusal}
        </span>
      ) : null}
    </div>
  );
}
