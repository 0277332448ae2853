import "server-only";
import { NotFoundError, ToolError } from "@/lib/errors";
import { openHttp } from "@/lib/tools/http";
import { findTool } from "@/lib/tools/registry";
import type { Choice, FieldValues, Tool } from "@/lib/tools/tool";
import { recordConnection } from "./connection";
import { openIntegration } from "./open";

export type ChoicesAsked = {
  toolId: string;
  /** Null where the tool needs no configuration. */
  integrationId: string | null;
  /** Name of one of the tool's `choices`. */
  loader: string;
  /** What the fields before hold. */
  chosen: FieldValues;
};

/** What the tool offers for a field, all pages of it. Throws ToolError, or NotFoundError for what is not the store's. */
export async function loadChoices(
  storeId: string,
  { toolId, integrationId, loader, chosen }: ChoicesAsked,
): Promise<Choice[]> {
  const { tool, credentials } = await meansOf(storeId, toolId, integrationId);
  const load = loaderOf(tool, loader);
  try {
    const http = openHttp({ tool, credentials, exchanges: [] });
    const choices = await load({ http, chosen });
    if (integrationId) await recordConnection(storeId, integrationId, { connection: "connected" });
    return [...choices];
  } catch (error) {
    if (integrationId && error instanceof ToolError && error.fault === "auth")
      await recordConnection(storeId, integrationId, {
        connection: "broken",
        fault: "auth",
        words: error.words,
      });
    throw error;
  }
}

async function meansOf(storeId: string, toolId: string, integrationId: string | null) {
  if (integrationId) {
    const opened = await openIntegration(storeId, integrationId);
    if (opened.tool.id !== toolId) throw new NotFoundError();
    return opened;
  }
  const tool = findTool(toolId);
  if (!tool) throw new NotFoundError();
  return { tool, credentials: {} };
}

function loaderOf(tool: Tool, loader: string): NonNullable<Tool["choices"]>[string] {
  const load =
    tool.choices && Object.hasOwn(tool.choices, loader) ? tool.choices[loader] : undefined;
  if (!load) throw new NotFoundError();
  return load;
}
