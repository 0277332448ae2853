import { z } from "zod";
import type { Moment } from "@/lib/automations/moment";
import { WAITING_CHOICES } from "./choice";

const id = z.string().min(1).max(64);

/** One choice for all who wait, and the people for whom it is another. */
export const decision = z.object({
  all: z.enum(WAITING_CHOICES),
  exceptions: z
    .array(z.object({ runId: id, choice: z.enum(WAITING_CHOICES) }))
    // Chosen one by one, by hand.
    .max(1000),
});

export type Decision = z.output<typeof decision>;

/** Where a page of those who wait begins: after this run. */
export const waitingCursor = z.object({ dueAt: z.date(), runId: id });
export type WaitingCursor = z.output<typeof waitingCursor>;

/** A run that waits, and what moving it would do. */
export type Touched = {
  runId: string;
  customer: string;
  dueAt: Date;
  /** Null: it can't be moved, since the time stays or it has begun already. */
  newAt: Date | null;
  /** moves: to `newAt`. atOnce: `newAt` is past. skipped: `newAt` is past, and the automation skips then. */
  becomes: "moves" | "atOnce" | "skipped" | "stays";
};

export type TouchedPage = { rows: Touched[]; next: WaitingCursor | null };

export type TouchedSum = {
  waiting: number;
  /** The versions that those who wait belong to, the oldest first; at most a few. */
  versions: number[];
  /** Null: moving changes nothing, so it is not offered. */
  move: { movable: number; atOnce: number; skipped: number } | null;
  /** The time before and after the edit; null: it stays. */
  moments: { before: Moment | null; after: Moment | null } | null;
};

/** What really became of those who waited; who began meanwhile is in none of them. */
export type Decided = { moved: number; atOnce: number; skipped: number; cancelled: number };
