import { now } from "@/lib/clock";
import type { Planned } from "@/lib/inngest/announce";
import { type OverdueCursor, overdueRuns, unplannedEvents } from "./sweep-queries";

/** How long the engine may take before its promise counts as forgotten. */
const GRACE_MS = 20_000;
/** The next sweep takes the rest. */
const BATCH = 2_000;
/** A sweep comes every minute, and must be over by the next. */
const BUDGET_MS = 20_000;
/** What stands behind the first batch waits for its turn as a rule: to repeat it at each sweep would drown the engine. */
const REST_MS = 10 * 60_000;

const before = () => new Date(now().getTime() - GRACE_MS);

/** Events that should have been planned and are not. To be announced again, under a fresh event id. */
export const sweepEvents = (): Promise<string[]> => unplannedEvents(before(), BATCH);

/** Where the last sweep stopped; and until when, once all had their turn, only the first batch is repeated. */
let reached: { after?: OverdueCursor; restUntil: number } = { restUntil: 0 };

/**
 * Announces again what is overdue: each time the batch that has waited longest, and behind it batch by
 * batch, one after the other, as many as the time allows; the next sweep goes on from there. Returns how many.
 */
export async function sweepRuns(
  announce: (runs: readonly Planned[]) => Promise<void>,
  budgetMs = BUDGET_MS,
): Promise<number> {
  const end = performance.now() + budgetMs;
  const first = await overdueRuns(before(), BATCH);
  await announce(first.runs);
  if (!first.next) reached = { restUntil: 0 };
  if (!first.next || reached.restUntil > now().getTime()) return first.runs.length;
  let after: OverdueCursor | undefined = reached.after ?? first.next;
  let count = first.runs.length;
  while (after && performance.now() < end) {
    const page: Awaited<ReturnType<typeof overdueRuns>> = await overdueRuns(before(), BATCH, after);
    await announce(page.runs);
    count += page.runs.length;
    after = page.next;
  }
  reached = { after, restUntil: after ? 0 : now().getTime() + REST_MS };
  return count;
}
