import { setTimeout as pause } from "node:timers/promises";

/** However long the work took. */
const LONGEST_REST_MS = 2_000;

/**
 * Does the work and then nothing for so many times as long as it took as the work says, so that others
 * get their share of the machine.
 */
export async function paced(work: () => Promise<number>): Promise<void> {
  const began = performance.now();
  const rest = await work();
  await pause(Math.min(rest * (performance.now() - began), LONGEST_REST_MS));
}
