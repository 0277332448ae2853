import { cron, type InngestFunction } from "inngest";
import { tellMornings } from "@/lib/alerts/digest";
import { tellAlerts } from "@/lib/alerts/tell";
import { tidy } from "@/lib/erasure/tidy";
import { deliver } from "@/lib/forwarding/deliver";
import { receiver } from "@/lib/forwarding/receiver";
import { sweepForwarding } from "@/lib/forwarding/sweep";
import { checkIdle } from "@/lib/integrations/check-idle";
import { planBackfills } from "@/lib/runs/backfill/plan";
import { courseOf, followSteering, type Told } from "@/lib/runs/follow-steering";
import { forgetSteered } from "@/lib/runs/forget-steered";
import { performRun } from "@/lib/runs/perform";
import { planRuns } from "@/lib/runs/plan";
import { planAhead } from "@/lib/runs/plan-ahead";
import { planByClock } from "@/lib/runs/plan-by-clock";
import { sweepEvents, sweepRuns } from "@/lib/runs/sweep";
import { tools } from "@/lib/tools/registry";
import type { Tool } from "@/lib/tools/tool";
import { announceChanges, announceDeliveries, announceEvents, announceRuns } from "./announce";
import {
  backfillDue,
  deliveryPlanned,
  eventReceived,
  inngest,
  runChanged,
  runPlanned,
  runsSteered,
} from "./client";
import { hopTowards } from "./hop";

/** One call, no steps: planning the same event again plans nothing, so a repetition only announces again. */
const planRunsOfEvent = inngest.createFunction(
  { id: "plan-runs", triggers: [eventReceived] },
  async ({ event }) => {
    const { changed, waiting } = await planRuns(event.data.eventId);
    await announceChanges(changed);
    await announceRuns(waiting);
    return { runs: waiting.length };
  },
);

/**
 * Follows a run from its plan to its outcome: a turn at it, then sleep until the next, however often.
 * Turns stand outside of steps, since the tables keep them single and a step costs a call; each sleep
 * is named by its end, so that the turn after it is a new one. Concurrency counts calls, not sleeps;
 * a throttle would hold back the beginning of a wait instead of its end, so requests are paced at the door.
 */
function performWith(tool: Tool): InngestFunction.Any {
  return inngest.createFunction(
    {
      id: `perform-${tool.id}`,
      triggers: [runPlanned(tool.id)],
      cancelOn: [{ event: runChanged, match: "data.runId" }],
      concurrency: { key: "event.data.lane", limit: tool.limits.concurrency },
    },
    async ({ event, step }) => {
      const { storeId, runId } = event.data;
      for (;;) {
        const { again } = await performRun(storeId, runId);
        if (!again) return;
        const hop = hopTowards(again).toISOString();
        await step.sleepUntil(`until ${hop}`, hop);
      }
    },
  );
}

/** Follows a delivery as a run is followed, and shares nothing with the runs: neither can hold up the other. */
const forwardEvent = inngest.createFunction(
  {
    id: "forward-event",
    triggers: [deliveryPlanned],
    concurrency: { key: "event.data.lane", limit: receiver.limits.concurrency },
  },
  async ({ event, step }) => {
    const { storeId, deliveryId } = event.data;
    for (;;) {
      const { again } = await deliver(storeId, deliveryId);
      if (!again) return;
      const hop = hopTowards(again).toISOString();
      await step.sleepUntil(`until ${hop}`, hop);
    }
  },
);

/**
 * Each part a step: one that fails is repeated alone, and a restart goes on where it was. One part at
 * a time, whoever steered: the telling of very many must not crowd out what is due.
 */
const followSteeringOf = inngest.createFunction(
  { id: "follow-steering", triggers: [runsSteered], concurrency: { limit: 1 } },
  async ({ event, step }) => {
    const { storeId, steeringId } = event.data;
    const tell = async (told: Told) => {
      let after: string | null = "";
      for (let part = 1; after !== null; part++) {
        const from: string = after;
        after = await step.run(`${told} ${part}`, () =>
          followSteering(storeId, steeringId, from, told),
        );
      }
    };
    const course = await step.run("course", () => courseOf(storeId, steeringId));
    if (course.sooner) await tell("sooner");
    if (!course.endedFrom) return;
    await step.sleepUntil("not undone", course.endedFrom);
    await tell("ended");
  },
);

const sweepDeliveries = inngest.createFunction(
  { id: "sweep-deliveries", triggers: [cron("* * * * *")] },
  async () => {
    const overdue = await sweepForwarding();
    await announceDeliveries(overdue);
    return { deliveries: overdue.length };
  },
);

/** What comes by the clock alone; and, as no engine is trusted to remember, whatever is overdue in the tables. */
const sweepOverdue = inngest.createFunction(
  { id: "sweep-overdue", triggers: [cron("* * * * *")] },
  async () => {
    const came = await planByClock();
    const events = await sweepEvents();
    await announceEvents(events);
    await announceRuns(came);
    const runs = await sweepRuns(announceRuns);
    return { came: came.length, events: events.length, runs };
  },
);

/** What comes before ends that were known before an automation was. */
const planAheadOfEnds = inngest.createFunction(
  { id: "plan-ahead", triggers: [cron("* * * * *")] },
  async () => {
    const planned = await planAhead();
    await announceRuns(planned);
    return { planned: planned.length };
  },
);

/** The runs of backfills that come within the next minute or so: the table knows where each stands. */
const planDueBackfills = inngest.createFunction(
  { id: "plan-backfills", triggers: [backfillDue, cron("* * * * *")] },
  async () => {
    const planned = await planBackfills();
    await announceRuns(planned);
    return { planned: planned.length };
  },
);

/** Letters about integrations that turned red, or green again. */
const tellOfAlerts = inngest.createFunction(
  { id: "tell-alerts", triggers: [cron("* * * * *")] },
  async () => ({ letters: await tellAlerts() }),
);

/** Each store's letter of the morning; the hour is the store's own. */
const tellOfMornings = inngest.createFunction(
  { id: "tell-mornings", triggers: [cron("*/5 * * * *")] },
  async () => ({ letters: await tellMornings() }),
);

/** A quiet look at every integration that nothing has used for a day. */
const checkIdleConnections = inngest.createFunction(
  { id: "check-connections", triggers: [cron("17 * * * *")] },
  async () => ({ checked: await checkIdle() }),
);

/** What can't be undone any more need not be remembered. */
const forgetOldSteerings = inngest.createFunction(
  { id: "forget-steerings", triggers: [cron("41 * * * *")] },
  async () => ({ forgotten: await forgetSteered() }),
);

/** At night, so many of each store; what is left waits for the next night. */
const tidyOldData = inngest.createFunction(
  { id: "tidy-old-data", triggers: [cron("23 2 * * *")] },
  async () => ({ emptied: await tidy() }),
);

export const functions = [
  planRunsOfEvent,
  ...tools.map(performWith),
  followSteeringOf,
  sweepOverdue,
  planAheadOfEnds,
  planDueBackfills,
  forwardEvent,
  sweepDeliveries,
  tellOfAlerts,
  tellOfMornings,
  checkIdleConnections,
  forgetOldSteerings,
  tidyOldData,
];
