import { UNSUCCESSFUL_CHOICE } from "@/lib/activity/choice";
import { dayStart } from "@/lib/activity/days";
import type { RunsQuery } from "@/lib/activity/input";
import type { RunFilter } from "@/lib/activity/queries";
import { UNSUCCESSFUL } from "@/lib/runs/status";

/** What the address of the list asks for, in the store's zone. */
export function filterOf(query: RunsQuery, timeZone: string): RunFilter {
  const { status, product, automation, integration, customer, from, to, since } = query;
  return {
    status: status === UNSUCCESSFUL_CHOICE ? UNSUCCESSFUL : status,
    customer,
    productId: product,
    automationId: automation,
    integrationId: integration,
    from: from ? dayStart(from, timeZone) : undefined,
    until: to ? dayStart(to, timeZone, 1) : undefined,
    endedSince: since,
  };
}
