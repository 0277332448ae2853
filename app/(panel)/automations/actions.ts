"use server";

import { revalidatePath } from "next/cache";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { memberAction } from "@/lib/action";
import { countWaiting } from "@/lib/activity/queries";
import { automationInput, checkTool } from "@/lib/automations/input";
import { publishAutomation } from "@/lib/automations/publish";
import { findTwins, updateAutomation } from "@/lib/automations/queries";
import { now } from "@/lib/clock";
import { db } from "@/lib/db";
import { InvalidInputError, ToolError, UserError } from "@/lib/errors";
import type { ErrorWords } from "@/lib/input";
import { loadChoices } from "@/lib/integrations/choices";
import { getIntegration } from "@/lib/integrations/queries";
import { withdrawAutomation } from "@/lib/runs/withdraw";
import { describeTool, findTool } from "@/lib/tools/registry";

const id = z.string().min(1).max(64);
/** From the first access on. */
const PLAN_AHEAD = { aheadAfter: "" };
const oneAutomation = z.object({ automationId: id });

export const publish = memberAction(
  "automation.publish",
  z.object({
    automation: automationInput,
    edited: z.object({ automationId: id, version: z.int().min(1) }).optional(),
  }),
  async ({ automation, edited }, { storeId, userId }) => {
    const locale = await getLocale();
    const tool = findTool(automation.tool);
    const words = (await getTranslations("errors")) as unknown as ErrorWords;
    const card = tool && describeTool(tool, locale);
    const checked = checkTool(automation, card, locale, words);
    if (!checked.ok) throw new InvalidInputError(checked.fields);
    const published = await publishAutomation(storeId, userId, checked.value, edited);
    revalidatePath("/", "layout");
    return published;
  },
);

/** `waiting`: how many runs stay, as they were planned. */
export const switchAutomation = memberAction(
  "automation.switch",
  oneAutomation.extend({ enabled: z.boolean() }),
  async ({ automationId, enabled }, { storeId }) => {
    // Ends that became known while it was off are planned for now.
    await updateAutomation(db(), storeId, automationId, { enabled, ...(enabled && PLAN_AHEAD) });
    revalidatePath("/automations", "layout");
    return { waiting: enabled ? 0 : await countWaiting(storeId, automationId) };
  },
);

export const removeAutomation = memberAction(
  "automation.remove",
  oneAutomation,
  async ({ automationId }, { storeId }) => {
    const cancelled = await withdrawAutomation(storeId, automationId);
    revalidatePath("/", "layout");
    return { cancelled };
  },
);

export const countWaitingRuns = memberAction(
  "automation.waiting",
  oneAutomation,
  ({ automationId }, { storeId }) => countWaiting(storeId, automationId),
  { reads: true },
);

export const findTwinsOf = memberAction(
  "automation.twins",
  z.object({ automation: automationInput, automationId: id.optional() }),
  ({ automation, automationId }, { storeId }) =>
    findTwins(storeId, { ...automation, automationId }),
  { reads: true },
);

export const loadFieldChoices = memberAction(
  "automation.choices",
  z.object({
    toolId: id,
    integrationId: id.nullable(),
    loader: id,
    chosen: z.record(id, z.string().max(2_000)),
  }),
  async (asked, { storeId }) => {
    try {
      return { choices: await loadChoices(storeId, asked), at: now() };
    } catch (error) {
      if (!(error instanceof ToolError)) throw error;
      const tool = findTool(asked.toolId)?.name ?? asked.toolId;
      const { integrationId } = asked;
      const integration = integrationId
        ? (await getIntegration(storeId, integrationId)).name
        : tool;
      throw new UserError(`tool.${error.fault}`, { tool, integration });
    }
  },
  { reads: true },
);
