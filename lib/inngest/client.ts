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

/** A run waits, or is due. One event a tool, so that each tool's function has its own limits; `lane` is who shares them. */
export const runPlanned = (tool: string) =>
  eventType(`run/planned.${tool}`, { schema: run.extend({ lane: z.string() }) });

/** Ends what an earlier `run/planned` began: the run was moved or cancelled. */
export const runChanged = eventType("run/changed", { schema: run });

/** An event is on its way to a webhook of the store's; `lane` is the address. */
export const deliveryPlanned = eventType("delivery/planned", {
  schema: z.object({ storeId: z.string(), deliveryId: z.string(), lane: z.string() }),
});

/** A page of a backfill is due before the minute is over. */
export const backfillDue = eventType("backfill/due", { schema: z.object({}) });

/** Many runs were cancelled, moved or restored by one deed: a function tells of each, in parts. */
export const runsSteered = eventType("runs/steered", {
  schema: z.object({ storeId: z.string(), steeringId: z.string() }),
});
