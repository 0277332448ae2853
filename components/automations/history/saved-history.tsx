"use client";

import type { ActionResult } from "@/lib/action";
import type { RehearsedRule, Span } from "@/lib/runs/history/input";
import { HistoryList } from "./history-list";
import type { Rehearsing, ShownHistory } from "./shown-history";

export interface SavedHistoryProps {
  automationId: string;
  rule: RehearsedRule;
  days: Span;
  first: ShownHistory;
  rehearse(input: Rehearsing): Promise<ActionResult<ShownHistory>>;
}

/** The history of an automation as it is published. */
export function SavedHistory({ automationId, rule, days, first, rehearse }: SavedHistoryProps) {
  return (
    <HistoryList
      first={first}
      loadAfter={(after) => rehearse({ rule, automationId, days, after })}
    />
  );
}
