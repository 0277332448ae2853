export const RUN_STATUSES = [
  "waiting",
  "running",
  "done",
  "already",
  "accepted",
  "refused",
  "failed",
  "unknown",
  "skipped",
  "cancelled",
] as const;

/** Ended without what was wanted, for causes that pass: to be looked at and run again. */
export const UNSUCCESSFUL: readonly RunStatus[] = ["failed", "unknown"];

/** What a merchant may start again: nothing is under way any more, and nothing came of it that lasts. */
export const REPEATABLE: readonly RunStatus[] = [
  ...UNSUCCESSFUL,
  "refused",
  "skipped",
  "cancelled",
];

/** More at once would keep the merchant waiting, and a mistake would reach too far. */
export const RUNS_AGAIN_AT_MOST = 500;

export type RunStatus = (typeof RUN_STATUSES)[number];
