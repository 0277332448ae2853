/** `limit` starts at once after a pause, then one every `periodMs / limit`; `burst` more at once. */
export type Throttle = { limit: number; periodMs: number; burst: number };

/**
 * One start under GCRA. `tat` is the theoretical arrival time of the next start in milliseconds, null at first.
 * Gives the new one where the start is allowed, else the moment (milliseconds) at which it will be.
 */
export function takeStart(
  tat: number | null,
  at: number,
  { limit, periodMs, burst }: Throttle,
): { tat: number } | { allowedAt: number } {
  const interval = periodMs / limit;
  const arrival = Math.max(tat ?? at, at);
  const allowedAt = Math.ceil(arrival - interval * (limit + burst - 1));
  return allowedAt <= at ? { tat: arrival + interval } : { allowedAt };
}
