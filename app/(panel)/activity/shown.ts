import "server-only";
import { getLocale } from "next-intl/server";
import type { ShownRun } from "@/components/activity/run-rows";
import { deedOf } from "@/lib/activity/deed";
import type { ListedRun } from "@/lib/activity/queries";
import { describeTool, getTool } from "@/lib/tools/registry";

/** Runs in words of the reader's language. */
export async function shown(runs: readonly ListedRun[]): Promise<ShownRun[]> {
  const locale = await getLocale();
  return runs.map(({ id, status, isSample, dueAt, finishedAt, wakeAt, ...run }) => {
    const { snapshot, customer, integration, startedAt } = run;
    const { name, mark, actions } = describeTool(getTool(snapshot.tool), locale);
    const action = actions[snapshot.action] ?? { label: snapshot.action, fields: {} };
    const retries = status === "waiting" && startedAt !== null;
    return {
      id,
      status,
      isSample,
      dueAt,
      finishedAt,
      retryAt: retries ? (wakeAt ?? undefined) : undefined,
      customer,
      deed: deedOf(action, snapshot),
      automation: snapshot.automation.name,
      tool: { name, mark },
      account: integration?.name,
    };
  });
}
