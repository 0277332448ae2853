import "server-only";
import { getTool } from "@/lib/tools/registry";
import type { FieldValues, Tool } from "@/lib/tools/tool";
import { openCredentials } from "./credentials";
import { getSealedIntegration, type Integration } from "./queries";

export type Opened = { integration: Integration; tool: Tool; credentials: FieldValues };

/** The integration with its tool and credentials, read now. Throws NotFoundError. */
export async function openIntegration(storeId: string, integrationId: string): Promise<Opened> {
  const {
    sealedCredentials,
    deletedAt: _,
    ...integration
  } = await getSealedIntegration(storeId, integrationId);
  return {
    integration,
    tool: getTool(integration.tool),
    credentials: openCredentials(storeId, integrationId, sealedCredentials),
  };
}
