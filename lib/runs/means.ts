import { NotFoundError, ToolError } from "@/lib/errors";
import type { Known } from "@/lib/integrations/connection";
import { openIntegration } from "@/lib/integrations/open";
import { getAction, getTool } from "@/lib/tools/registry";
import type { FieldValues, Tool } from "@/lib/tools/tool";
import type { Run } from "./queries";

/** What a run acts with, read live: a key that was put right heals the runs that wait. */
export type Means = {
  tool: Tool;
  action: Tool["actions"][string];
  credentials: FieldValues;
  /** What the integration showed of its connection; undefined where there is none. */
  known?: Known;
  /** Whether an attempt whose answer was lost may be made again. */
  repeatable: boolean;
  /** Why it can't act: its integration is gone or paused. */
  barred?: ToolError;
};

export async function meansOf(run: Run): Promise<Means> {
  const tool = getTool(run.snapshot.tool);
  const action = getAction(run.snapshot.tool, run.snapshot.action);
  const { credentials, known, barred } = await credentialsOf(run);
  const rule = action.repeatable;
  const repeatable = typeof rule === "function" ? rule(credentials) : rule;
  return { tool, action, credentials, known, repeatable, barred };
}

async function credentialsOf(run: Run): Promise<Pick<Means, "credentials" | "known" | "barred">> {
  if (!run.integrationId) return { credentials: {} };
  try {
    const { integration, credentials } = await openIntegration(run.storeId, run.integrationId);
    if (integration.connection !== "paused") return { credentials, known: integration };
    const words = integration.words ?? undefined;
    return {
      credentials,
      known: integration,
      barred: new ToolError("config", "paused", { sent: false, words, pause: true }),
    };
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error;
    return {
      credentials: {},
      barred: new ToolError("config", "integration gone", { sent: false }),
    };
  }
}
