/** done: everybody is planned. stopped: by hand, or since the automation changed. */
export const BACKFILL_STATUSES = ["running", "paused", "stopped", "done"] as const;
export type BackfillStatus = (typeof BACKFILL_STATUSES)[number];

/** More would keep an account busy for days. */
export const BACKFILLED_AT_MOST = 10_000;

/** How far a backfill is. */
export type Progress = {
  id: string;
  status: BackfillStatus;
  /** Why it stopped by itself. */
  reason: string | null;
  /** Runs that it makes at most. */
  expected: number;
  planned: number;
  done: number;
  failed: number;
  /** Skipped or cancelled. */
  spared: number;
  /** Planned and not ended yet. */
  open: number;
  startedAt: Date;
  /** Who started it. */
  by: string | null;
  /** When the last of them is planned to come, if nothing holds it up; null: it is not under way. */
  endsAt: Date | null;
  finishedAt: Date | null;
};

/** What a backfill would do, before anything happens. */
export type Preview = {
  /** Customers that are sure, and the most there may be where not all events were looked at. */
  atLeast: number;
  atMost: number;
  /** The limit that cut it, if it did. */
  cut: boolean;
  perMinute: number;
  seconds: number;
  tool: string;
  limit: { count: number; seconds: number } | null;
};

export const isOpen = ({ status }: Pick<Progress, "status">) =>
  status === "running" || status === "paused";
