"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type { ActionResult } from "@/lib/action";
import type { RehearsedRule } from "@/lib/runs/history/input";
import { BackfillPanel, type BackfillPanelProps } from "../backfill/backfill-panel";
import { HistoryList } from "./history-list";
import { HistorySum } from "./history-sum";
import type { Rehearsing, ShownHistory } from "./shown-history";

export interface SavedHistoryProps {
  rule: RehearsedRule;
  shown: ShownHistory;
  rehearse(input: Rehearsing): Promise<ActionResult<ShownHistory>>;
  backfill: Omit<BackfillPanelProps, "chosen" | "zone" | "onChanged">;
}

/** The history of an automation as it is published, and the way to make up for it. */
export function SavedHistory({ rule, shown, rehearse, backfill }: SavedHistoryProps) {
  const { refresh } = useRouter();
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set());
  const { automationId, days } = backfill.asked;
  const toggle = (eventId: string) => {
    const next = new Set(chosen);
    if (!next.delete(eventId)) next.add(eventId);
    choose(next);
  };
  return (
    <>
      {shown.sum ? <HistorySum sum={shown.sum} days={days} /> : null}
      <BackfillPanel
        {...backfill}
        zone={shown.zone}
        chosen={chosen}
        onChanged={() => {
          choose(new Set());
          refresh();
        }}
      />
      <div className="mt-5">
        <HistoryList
          first={shown}
          loadAfter={(after) => rehearse({ rule, automationId, days, after })}
          picks={backfill.state === "ready" ? { ids: chosen, toggle } : undefined}
        />
      </div>
    </>
  );
}
