import { now } from "@/lib/clock";
import { log } from "@/lib/log";
import { eventReceived, inngest, runChanged, runDue, runPlanned } from "./client";

/** What the engine must know of a run to bring it about at its moment. */
export type Planned = {
  id: string;
  storeId: string;
  tool: string;
  integrationId: string | null;
  wakeAt: Date;
};

/** Hands events to the engine. A failure is only logged: the tables know what is unfinished, and the sweep repeats. */
async function send(events: Parameters<typeof inngest.send>[0] & readonly unknown[]) {
  if (events.length === 0) return;
  try {
    await inngest.send(events);
  } catch (error) {
    log.warn({ error, events: events.length }, "announce.failed");
  }
}

export async function announceEvents(eventIds: readonly string[]): Promise<void> {
  await send(eventIds.map((eventId) => eventReceived.create({ eventId })));
}

export async function announceEvent(eventId: string): Promise<void> {
  await announceEvents([eventId]);
}

/** Runs that are due go straight to their tool; the others begin to wait. */
export async function announceRuns(runs: readonly Planned[]): Promise<void> {
  const due = now();
  await send(
    runs.map(({ id: runId, storeId, tool, integrationId, wakeAt }) => {
      const lane = integrationId ?? `${storeId}:${tool}`;
      return wakeAt <= due
        ? runDue(tool).create({ storeId, runId, lane })
        : runPlanned.create({ storeId, runId, tool, lane, at: wakeAt.toISOString() });
    }),
  );
}

/** Ends the waits of runs that were moved or cancelled. */
export async function announceChanges(
  runs: readonly { id: string; storeId: string }[],
): Promise<void> {
  await send(runs.map(({ id: runId, storeId }) => runChanged.create({ storeId, runId })));
}
