let offsetMs = 0;

/**
 * The one clock: every moment the product stores, compares or shows starts here.
 * Tests and the demo's time machine move it; nothing else may.
 */
export function now(): Date {
  return new Date(Date.now() + offsetMs);
}

/** How far the clock stands from the machine's, in milliseconds. */
export function clockOffset(): number {
  return offsetMs;
}

/** Moves the clock of this process. Stays there until set again. */
export function setClockOffset(ms: number): void {
  offsetMs = ms;
}
