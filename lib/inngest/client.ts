import { eventType, Inngest } from "inngest";
import { z } from "zod";
import { log } from "@/lib/log";

/** A send must not hold a request or a shutdown: whatever is not announced, the sweep announces again. */
const SEND_TIMEOUT_MS = 3_000;

export const inngest = new Inngest({
  id: "easycart",
  logger: log,
  fetch: (url, init) => fetch(url, { ...init, signal: AbortSignal.timeout(SEND_TIMEOUT_MS) }),
});

const run = z.object({ storeId: z.string(), runId: z.string() });

export const eventReceived = eventType("easycart/event.received", {
  schema: z.object({ eventId: z.string() }),
});

/** A run waits for `at`, an ISO instant. `lane` is whose limits it must keep. */
export const runPlanned = eventType("run/planned", {
  schema: run.extend({ at: z.string(), tool: z.string(), lane: z.string() }),
});

/** Ends the wait that an earlier `run/planned` began: the run was moved or cancelled. */
export const runChanged = eventType("run/changed", { schema: run });

/** A run's moment has come. One event a tool, so that each tool's function has its own limits. */
export const runDue = (tool: string) =>
  eventType(`run/due.${tool}`, { schema: run.extend({ lane: z.string() }) });
