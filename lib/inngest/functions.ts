import { cron, type InngestFunction } from "inngest";
import { tellAlerts } from "@/lib/alerts/tell";
import { now } from "@/lib/clock";
import { checkIdle } from "@/lib/integrations/check-idle";
import { performRun } from "@/lib/runs/perform";
import { planRuns } from "@/lib/runs/plan";
import { planByClock } from "@/lib/runs/plan-by-clock";
import { waitOf } from "@/lib/runs/queries";
import { sweep } from "@/lib/runs/sweep";
import { tools } from "@/lib/tools/registry";
import type { Tool } from "@/lib/tools/tool";
import { announceChanges, announceEvents, announceRuns } from "./announce";
import { eventReceived, inngest, runChanged, runDue, runPlanned } from "./client";

/** The hosted engine's free plan ends a sleep at 7 days: longer waits go by hops of 6. */
const LONGEST_SLEEP_MS = 6 * 24 * 3_600_000;

const hopTowards = (moment: Date) =>
  new Date(Math.min(moment.getTime(), now().getTime() + LONGEST_SLEEP_MS));

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
 * Sleeps until a run's moment, then hands it to its tool. Reads the run anew at each hop, outside of
 * a step: what was true before the sleep must not be remembered after it.
 */
const waitForRun = inngest.createFunction(
  {
    id: "wait-for-run",
    triggers: [runPlanned],
    cancelOn: [{ event: runChanged, match: "data.runId" }],
  },
  async ({ event, step }) => {
    const { storeId, runId } = event.data;
    let target = new Date(event.data.at);
    for (let hop = 1; ; hop++) {
      await step.sleepUntil(`hop-${hop}`, hopTowards(target));
      const waiting = await waitOf(storeId, runId);
      if (!waiting) return "no longer waits";
      if (waiting.wakeAt <= now()) {
        await announceRuns([waiting]);
        return "due";
      }
      target = waiting.wakeAt;
    }
  },
);

/** Tries a run, and again after each pause it asks for, until its outcome is recorded. */
function performWith(tool: Tool): InngestFunction.Any {
  const { concurrency, requests } = tool.limits;
  return inngest.createFunction(
    {
      id: `perform-${tool.id}`,
      triggers: [runDue(tool.id)],
      concurrency: { key: "event.data.lane", limit: concurrency },
      ...(requests && {
        throttle: {
          key: "event.data.lane",
          limit: requests.count,
          period: `${requests.seconds}s`,
        },
      }),
    },
    async ({ event, step }) => {
      const { storeId, runId } = event.data;
      for (let turn = 1; ; turn++) {
        const { again } = await step.run(`turn-${turn}`, () => performRun(storeId, runId));
        if (!again) return;
        await step.sleepUntil(`pause-${turn}`, again);
      }
    },
  );
}

/** What comes by the clock alone; and, as no engine is trusted to remember, whatever is overdue in the tables. */
const sweepOverdue = inngest.createFunction(
  { id: "sweep-overdue", triggers: [cron("* * * * *")] },
  async () => {
    const came = await planByClock();
    const { events, runs } = await sweep();
    await announceEvents(events);
    await announceRuns([...came, ...runs]);
    return { came: came.length, events: events.length, runs: runs.length };
  },
);

/** Letters about integrations that turned red, or green again. */
const tellOfAlerts = inngest.createFunction(
  { id: "tell-alerts", triggers: [cron("* * * * *")] },
  async () => ({ letters: await tellAlerts() }),
);

/** A quiet look at every integration that nothing has used for a day. */
const checkIdleConnections = inngest.createFunction(
  { id: "check-connections", triggers: [cron("17 * * * *")] },
  async () => ({ checked: await checkIdle() }),
);

export const functions = [
  planRunsOfEvent,
  waitForRun,
  ...tools.map(performWith),
  sweepOverdue,
  tellOfAlerts,
  checkIdleConnections,
];
