/** On globalThis: a server holds this module several times, once in each of its bundles, and has one clock. */
const held = globalThis as typeof globalThis & { easycartClockOffset?: number };

/**
 * The one clock: every moment the product stores, compares or shows starts here.
 * Tests and the demo's time machine move it; nothing else may.
 */
export function now(): Date {
  return new Date(Date.now() + clockOffset());
}

/**
 * The machine's clock, which nobody moves. For what tells whether a process lives or a request is
 * fresh (leases, signatures): a moved clock must neither end nor prolong that.
 */
export function machineNow(): Date {
  return new Date(Date.now());
}

/** How far the clock stands from the machine's, in milliseconds. */
export function clockOffset(): number {
  return held.easycartClockOffset ?? 0;
}

/** Moves the clock of this process. Stays there until set again. */
export function setClockOffset(ms: number): void {
  held.easycartClockOffset = ms;
}
