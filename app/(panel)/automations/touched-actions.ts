"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { memberAction } from "@/lib/action";
import { automationTiming } from "@/lib/automations/input";
import { now } from "@/lib/clock";
import { decision, waitingCursor } from "@/lib/runs/edit/input";
import { pageOfTouched, sumTouched } from "@/lib/runs/edit/preview";
import { endAutomation } from "@/lib/runs/edit/publish";

const automationId = z.string().min(1).max(64);

/** Whom an edit would touch: how many, and the first page of them. `to` is absent where it ends the automation. */
export const previewTouched = memberAction(
  "automation.touched",
  z.object({
    automationId,
    to: z.object({ version: z.int().min(1), timing: automationTiming }).optional(),
  }),
  async ({ automationId, to }, { storeId, store }) => {
    const sum = await sumTouched(storeId, automationId, to);
    const timing = sum.move ? to?.timing : undefined;
    const page = await pageOfTouched(storeId, automationId, { timing });
    return { sum, page, zone: store.timeZone, now: now() };
  },
  { reads: true },
);

/** The next page of them. */
export const pageTouched = memberAction(
  "automation.touched.page",
  z.object({ automationId, timing: automationTiming.optional(), after: waitingCursor }),
  ({ automationId, ...asked }, { storeId }) => pageOfTouched(storeId, automationId, asked),
  { reads: true },
);

export const endAutomationAs = memberAction(
  "automation.end",
  z.object({
    automationId,
    how: z.enum(["off", "deleted"]),
    decision,
  }),
  async ({ automationId, how, decision }, { storeId, userId }) => {
    const decided = await endAutomation(storeId, userId, automationId, how, decision);
    revalidatePath("/", "layout");
    return decided;
  },
);
