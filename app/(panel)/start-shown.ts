import "server-only";
import { faultNamed, type ShownCause } from "@/components/start/causes";
import type { ChecklistStep } from "@/components/start/checklist";
import type { ShownHealth } from "@/components/start/health";
import { deedOf } from "@/lib/activity/deed";
import type { Cause, storeProgress } from "@/lib/activity/start-queries";
import { listAutomations } from "@/lib/automations/queries";
import type { Locale } from "@/lib/i18n/locale";
import type { ListedIntegration } from "@/lib/integrations/usage-queries";
import { productChoices } from "@/lib/products/queries";
import { describeTool, getTool } from "@/lib/tools/registry";

/** A cause of failure in words of the reader's language. */
export function shownCause(cause: Cause, locale: Locale): ShownCause {
  const { snapshot, automation, integration, status } = cause;
  const tool = describeTool(getTool(snapshot.tool), locale);
  const action = tool.actions[snapshot.action];
  return {
    status: status === "unknown" ? "unknown" : "failed",
    fault: faultNamed(cause.fault),
    customers: cause.customers,
    since: cause.since,
    tool: tool.name,
    what: action && deedOf(action, snapshot).what,
    automation: {
      id: automation.id,
      name: automation.name,
      deleted: automation.deletedAt !== null,
    },
    account: integration
      ? {
          id: integration.id,
          name: integration.name,
          works: integration.connection === "connected",
          deleted: integration.deletedAt !== null,
        }
      : undefined,
  };
}

export function shownHealth(integration: ListedIntegration, locale: Locale): ShownHealth {
  const { id, name, connection, checkedAt, fault, words } = integration;
  const tool = describeTool(getTool(integration.tool), locale);
  const red = connection === "broken" || connection === "paused";
  return {
    id,
    name,
    connection,
    checkedAt,
    mark: tool.mark,
    trouble: red ? { tool: tool.name, connection, fault, words } : undefined,
  };
}

/** The four steps, each leading to where it is done. */
export async function checklistOf(
  storeId: string,
  progress: Awaited<ReturnType<typeof storeProgress>>,
): Promise<ChecklistStep[]> {
  const [[product], [automated]] = await Promise.all([
    productChoices(storeId),
    listAutomations(storeId),
  ]);
  const first = product ? undefined : ("first" as const);
  const at = `/products/${product?.id}`;
  return [
    { name: "product", done: progress.product, href: "/products/new" },
    { name: "integration", done: progress.integration, href: `${at}/integrations?new`, first },
    {
      name: "automation",
      done: progress.automation,
      href: `/automations/new?product=${product?.id}`,
      first,
    },
    {
      name: "run",
      done: progress.run,
      href: `/products/${automated?.product.id}/easycart`,
      first: automated ? undefined : "firstAutomation",
    },
  ];
}
