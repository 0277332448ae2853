import { now } from "@/lib/clock";
import type { Planned } from "@/lib/inngest/announce";
import { overdueRuns, unplannedEvents } from "./sweep-queries";

/** How long the engine may take before its promise counts as forgotten. */
const GRACE_MS = 20_000;
/** The next sweep takes the rest: the engine accepts 5,000 events at once. */
const BATCH = 2_000;

/** What should have happened and has not. To be announced again, under a fresh event id. */
export async function sweep(): Promise<{ events: string[]; runs: Planned[] }> {
  const before = new Date(now().getTime() - GRACE_MS);
  const [events, runs] = await Promise.all([
    unplannedEvents(before, BATCH),
    overdueRuns(before, BATCH),
  ]);
  return { events, runs };
}
