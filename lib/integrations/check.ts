import "server-only";
import { ToolError } from "@/lib/errors";
import { openHttp } from "@/lib/tools/http";
import type { FieldValues, Tool } from "@/lib/tools/tool";
import { type Learned, recordConnection } from "./connection";
import { openIntegration } from "./open";

/** Asks the tool whether the credentials work. Only what the tool or the way to it says is an answer; our own faults are thrown. */
export async function checkCredentials(tool: Tool, credentials: FieldValues): Promise<Learned> {
  try {
    const http = openHttp({ tool, credentials, exchanges: [] });
    const { account } = await tool.check({ http, credentials });
    return { connection: "connected", account };
  } catch (error) {
    if (!(error instanceof ToolError)) throw error;
    const connection = error.pause ? "paused" : "broken";
    return { connection, fault: error.fault, words: error.words };
  }
}

/** Checks a saved integration and shows the answer at it. Throws NotFoundError. */
export async function checkIntegration(storeId: string, integrationId: string): Promise<Learned> {
  const { tool, credentials } = await openIntegration(storeId, integrationId);
  const learned = await checkCredentials(tool, credentials);
  await recordConnection(storeId, integrationId, learned);
  return learned;
}
