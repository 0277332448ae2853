/** Seconds before each further attempt while a tool does not answer or asks us to wait: about 10 h in all. */
const RETRY_DELAYS = [5, 30, 120, 600, 3_600, 3 * 3_600, 6 * 3_600];
/** A tool that asks us to wait is alive: it may ask more often than one that is down may be silent. */
const PATIENCE = 48;
/** Share of a delay by which it varies, so that runs that failed together do not come back together. */
const JITTER = 0.1;

/**
 * Seconds until the next attempt after `tries` of them; undefined: no more.
 * What the tool asked for is kept to the second, and never shortened.
 */
export function retryDelay(
  tries: number,
  {
    asked,
    delays = RETRY_DELAYS,
    chance = Math.random(),
  }: {
    asked?: number;
    delays?: readonly number[];
    /** From 0 to 1. */
    chance?: number;
  },
): number | undefined {
  if (asked !== undefined) return tries < PATIENCE ? asked : undefined;
  const delay = delays[tries - 1];
  return delay === undefined ? undefined : delay * (1 - JITTER + 2 * JITTER * chance);
}
