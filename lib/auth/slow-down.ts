/** How long a failed try counts. */
export const WINDOW_SECONDS = 15 * 60;

/** Tries that cost nothing. Behind one address there may be a whole office. */
export const FREE_TRIES = { email: 5, address: 20, signUp: 20, code: 20 } as const;
export type Counted = keyof typeof FREE_TRIES;

/** First wait in seconds; it doubles with each further failure, up to the whole window. */
const FIRST_WAIT = 15;

/**
 * Seconds until the next try may be made, 0 when it may be made now.
 * `failures` and `sinceLast` (seconds) are those of the window.
 */
export function waitFor(counted: Counted, failures: number, sinceLast: number): number {
  const beyond = failures - FREE_TRIES[counted];
  if (beyond < 0) return 0;
  const wait = Math.min(FIRST_WAIT * 2 ** beyond, WINDOW_SECONDS);
  return Math.max(0, Math.ceil(wait - sinceLast));
}
