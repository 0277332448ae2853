import type { Unmet } from "@/lib/automations/conditions";

/**
 * would: a run would come of it. has: one did. again: an earlier event tells of the same.
 * skipped, unmet: the automation would have passed it over.
 */
export const VERDICTS = ["would", "has", "again", "skipped", "unmet"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What an automation would have made of an event. */
export type Rehearsed = {
  eventId: string;
  at: Date;
  dueAt: Date;
  person: { id: string; name: string | null; email: string };
  verdict: Verdict;
  /** Why it would have been skipped. */
  reason?: "momentPast" | "windowAfterEnd";
  unmet?: Unmet[];
};

/** How many of each verdict; `more`: only the latest events were counted, there are more. */
export type HistorySum = Record<Verdict, number> & { more: boolean };
