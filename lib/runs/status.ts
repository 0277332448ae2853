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

export type RunStatus = (typeof RUN_STATUSES)[number];
