import "server-only";
import { dueAt } from "@/lib/automations/due";
import { machineNow, now, setClockOffset } from "@/lib/clock";
import { env } from "@/lib/env";
import { NotFoundError, UserError } from "@/lib/errors";
import type { Leap } from "./input";
import { advanceClock } from "./system-queries";

const YEAR_MS = 365 * 86_400_000;
/** Beyond it, dates in payloads and in tools stop making sense. */
const FARTHEST_YEARS = 50;

/** Where a leap from `from` leads: days and weeks keep the wall-clock time of the store. */
export const landing = (from: Date, { value, unit }: Leap, timeZone: string) =>
  dueAt(from, { side: "after", value, unit }, timeZone);

/** Throws unless this is a demo: a real shop's clock is nobody's to move. */
export function requireDemo(): void {
  if (!env().DEMO) throw new NotFoundError();
}

/**
 * Moves the clock of the whole installation, for good: this process before it answers anything else,
 * the others within milliseconds. What waits until then runs now. Gives the new present.
 */
export async function moveClock(leap: Leap, timeZone: string): Promise<Date> {
  requireDemo();
  const from = now();
  const ahead = landing(from, leap, timeZone).getTime() - from.getTime();
  if (from.getTime() + ahead > machineNow().getTime() + FARTHEST_YEARS * YEAR_MS)
    throw new UserError("tooFarAhead", {}, "value");
  setClockOffset(await advanceClock(ahead));
  return now();
}
