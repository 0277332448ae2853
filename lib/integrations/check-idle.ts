import { now } from "@/lib/clock";
import { log } from "@/lib/log";
import { checkIntegration } from "./check";
import { idleIntegrations } from "./system-queries";

const DAY_MS = 24 * 3_600_000;
/** Of one hourly round; at a tool's slowest 15 s each, a round still ends before the next. */
const BATCH = 100;

/** Checks the integrations whose connection nobody has looked at for a day. Returns how many. */
export async function checkIdle(): Promise<number> {
  const idle = await idleIntegrations(new Date(now().getTime() - DAY_MS), BATCH);
  for (const { storeId, id } of idle)
    await checkIntegration(storeId, id).catch((error) =>
      log.warn({ err: error, integration: id }, "integration.check.failed"),
    );
  return idle.length;
}
