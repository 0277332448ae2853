import { now } from "@/lib/clock";
import type { Received } from "@/lib/easycart/receive";
import type { PlannedDelivery } from "@/lib/forwarding/hand-over";
import { log } from "@/lib/log";
import {
  backfillDue,
  deliveryPlanned,
  eventReceived,
  inngest,
  runChanged,
  runPlanned,
  runsSteered,
} from "./client";
import { gathering } from "./gather";
import { hopTowards } from "./hop";

/** What the engine must know of a run to bring it about at its moment. */
export type Planned = {
  id: string;
  storeId: string;
  tool: string;
  integrationId: string | null;
  /** When somebody is to look at it next. */
  wakeAt: Date;
};

type Sent = Extract<Parameters<typeof inngest.send>[0], readonly unknown[]>[number];

/** Hands events to the engine. A failure is only logged: the tables know what is unfinished, and the sweep repeats. */
async function send(events: readonly Sent[]) {
  for (let from = 0; from < events.length; from += A_SEND) {
    try {
      await inngest.send(events.slice(from, from + A_SEND));
    } catch (error) {
      log.warn({ error, events: events.length - from }, "announce.failed");
      return;
    }
  }
}

/** Together, one send after the other: the engine needs no more memory for many than for few. */
const A_SEND = 500;

export async function announceEvents(eventIds: readonly string[]): Promise<void> {
  await send(eventIds.map((eventId) => eventReceived.create({ eventId })));
}

/** As many as one send may carry with room to spare: the engine takes 5,000. */
const MOST_AT_ONCE = 500;

/** For each event as it comes, however fast they come. */
const announceEvent = gathering<string>(announceEvents, MOST_AT_ONCE);

export async function announceDeliveries(deliveries: readonly PlannedDelivery[]): Promise<void> {
  await send(
    deliveries.map(({ id: deliveryId, storeId, addressId: lane }) =>
      deliveryPlanned.create({ storeId, deliveryId, lane }),
    ),
  );
}

const announceDelivery = gathering<PlannedDelivery>(announceDeliveries, MOST_AT_ONCE);

/** An event that was just stored: for the automations and, apart from them, for the store's webhook. */
export async function announceReceived({ id, delivery }: Received): Promise<void> {
  await Promise.all([announceEvent(id), delivery && announceDelivery(delivery)]);
}

/** Has the engine follow each run from now on: a first turn finds out when the next one is. */
export async function announceRuns(runs: readonly Planned[]): Promise<void> {
  await send(runs.map((run) => planned(run, now())));
}

/**
 * The same from each run's next moment on: an event dated ahead starts its function then. Very many
 * that are told at once cost the engine no more than their rows so, and no call before they are due.
 */
export async function announceRunsAhead(runs: readonly Planned[]): Promise<void> {
  await send(runs.map((run) => planned(run, hopTowards(run.wakeAt))));
}

function planned({ id: runId, storeId, tool, integrationId }: Planned, from: Date) {
  const lane = integrationId ?? `${storeId}:${tool}`;
  const ts = Math.max(from.getTime(), now().getTime());
  return runPlanned(tool).create({ storeId, runId, lane }, { ts });
}

/** Ends the waits of runs that were moved or cancelled. */
export async function announceChanges(
  runs: readonly { id: string; storeId: string }[],
): Promise<void> {
  await send(runs.map(({ id: runId, storeId }) => runChanged.create({ storeId, runId })));
}

/** Has the engine hear of each run of a steering, outside of the request: they may be very many. */
export async function announceSteering(storeId: string, steeringId: string): Promise<void> {
  await send([runsSteered.create({ storeId, steeringId })]);
}

/** Has the next page of a backfill planned at once. */
export async function announceBackfill(): Promise<void> {
  await send([backfillDue.create({})]);
}
