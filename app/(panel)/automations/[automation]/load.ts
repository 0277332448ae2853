import "server-only";
import { cache } from "react";
import { found } from "@/app/found";
import { requireMember } from "@/lib/auth/session";
import { getAutomation } from "@/lib/automations/queries";

export type AutomationParams = { params: Promise<{ automation: string }> };

/** The automation of the address as it is now; the "not found" page when the store has none such. */
export const loadAutomation = cache(async (automationId: string) => {
  const member = await requireMember();
  return { member, ...(await found(getAutomation(member.storeId, automationId))) };
});
