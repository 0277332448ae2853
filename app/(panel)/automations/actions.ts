"use server";

import { revalidatePath } from "next/cache";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { memberAction } from "@/lib/action";
import { automationInput, checkTool } from "@/lib/automations/input";
import { publishAutomation } from "@/lib/automations/publish";
import { updateAutomation } from "@/lib/automations/queries";
import { twinsOf } from "@/lib/automations/twins";
import { now } from "@/lib/clock";
import { noted } from "@/lib/deeds/noted";
import { InvalidInputError, ToolError, UserError } from "@/lib/errors";
import type { ErrorWords } from "@/lib/input";
import { loadChoices } from "@/lib/integrations/choices";
import { getIntegration } from "@/lib/integrations/queries";
import { KEEP_ALL } from "@/lib/runs/edit/choice";
import { decision } from "@/lib/runs/edit/input";
import { publishEdit } from "@/lib/runs/edit/publish";
import { describeTool, findTool } from "@/lib/tools/registry";

const id = z.string().min(1).max(64);
/** From the first access on. */
const PLAN_AHEAD = { aheadAfter: "" };

export const publish = memberAction(
  "automation.publish",
  z.object({
    automation: automationInput,
    edited: z.object({ automationId: id, version: z.int().min(1) }).optional(),
    /** What becomes of those who wait. */
    waiting: decision.default(KEEP_ALL),
  }),
  async ({ automation, edited, waiting }, { storeId, userId }) => {
    const locale = await getLocale();
    const tool = findTool(automation.tool);
    const words = (await getTranslations("errors")) as unknown as ErrorWords;
    const card = tool && describeTool(tool, locale);
    const checked = checkTool(automation, card, locale, words);
    if (!checked.ok) throw new InvalidInputError(checked.fields);
    const published = edited
      ? await publishEdit(storeId, userId, checked.value, edited, waiting)
      : { ...(await publishAutomation(storeId, userId, checked.value)), decided: undefined };
    revalidatePath("/", "layout");
    return published;
  },
);

export const switchOnAutomation = memberAction(
  "automation.switch",
  z.object({ automationId: id }),
  async ({ automationId }, { storeId, userId }) => {
    await noted(storeId, { userId, what: "automation_on", subject: automationId }, (tx) =>
      // Ends that became known while it was off are planned for now.
      updateAutomation(tx, storeId, automationId, { enabled: true, ...PLAN_AHEAD }),
    );
    revalidatePath("/automations", "layout");
  },
);

export const findTwinsOf = memberAction(
  "automation.twins",
  z.object({ automation: automationInput, automationId: id.optional() }),
  ({ automation, automationId }, { storeId }) => twinsOf(storeId, automation, automationId),
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
