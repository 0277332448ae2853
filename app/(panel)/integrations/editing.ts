import "server-only";
import { found } from "@/app/found";
import type { Editing } from "@/components/integrations/sheet-props";
import { shownCredentials } from "@/lib/integrations/credentials";
import { openIntegration } from "@/lib/integrations/open";

export async function editingOf(storeId: string, integrationId: string): Promise<Editing> {
  const { integration, tool, credentials } = await found(openIntegration(storeId, integrationId));
  return {
    id: integration.id,
    toolId: tool.id,
    name: integration.name,
    ...shownCredentials(tool.credentials, credentials),
  };
}
