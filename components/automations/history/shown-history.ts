import type { z } from "zod";
import type { rehearsalInput, Span } from "@/lib/runs/history/input";
import type { HistorySum, Rehearsed } from "@/lib/runs/history/verdict";

/** A page of what an automation would have made of the last days, and by which clock that was looked at. */
export interface ShownHistory {
  rows: Rehearsed[];
  next?: { receivedAt: Date; id: string };
  /** With the first page. */
  sum?: HistorySum;
  zone: string;
  now: Date;
}

export type Rehearsing = z.input<typeof rehearsalInput>;

export const DAYS: readonly Span[] = [7, 30, 90];
