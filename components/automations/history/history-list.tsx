"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ActionResult } from "@/lib/action";
import type { Rehearsed } from "@/lib/runs/history/verdict";
import { Button } from "../../ui/button";
import { useDeed } from "../../use-deed";
import { HistoryRows, type Picks } from "./history-rows";
import type { ShownHistory } from "./shown-history";

type Cursor = NonNullable<ShownHistory["next"]>;

interface HistoryListProps {
  first: ShownHistory;
  loadAfter(after: Cursor): Promise<ActionResult<ShownHistory>>;
  picks?: Picks;
}

/** The rows read so far, and the way to more. */
export function HistoryList({ first, loadAfter, picks }: HistoryListProps) {
  const t = useTranslations("history");
  const [more, setMore] = useState<{ rows: Rehearsed[]; next?: Cursor }>();
  const { rows = [], next = undefined } = more ?? { next: first.next };
  const { run, pending, refusal } = useDeed(loadAfter, (page) =>
    setMore({ rows: [...rows, ...page.rows], next: page.next }),
  );
  return (
    <>
      <HistoryRows
        rows={[...first.rows, ...rows]}
        zone={first.zone}
        now={first.now}
        picks={picks}
      />
      {next ? (
        <div className="flex flex-wrap items-center gap-3 pt-3">
          <Button
            size="small"
            pending={pending}
            pendingLabel={t("loadingMore")}
            onClick={() => run(next)}
          >
            {t("more")}
          </Button>
          {refusal ? (
            <span role="alert" className="text-small text-bad">
              {refusal}
            </span>
          ) : null}
        </div>
      ) : null}
    </>
  );
}
