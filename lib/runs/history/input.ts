import { z } from "zod";
import { factsOf } from "@/lib/automations/conditions";
import { conditions, sendingWindow } from "@/lib/automations/extras-input";
import { moment } from "@/lib/automations/input";
import { LATE_CHOICES } from "@/lib/automations/moment";
import { mayRunBefore, TRIGGERS } from "@/lib/triggers/trigger";

const id = z.string().min(1).max(64);

/** How many days back somebody may look. */
export const SPANS = [7, 30, 90] as const;
export type Span = (typeof SPANS)[number];

/** As much of an automation, saved or not, as decides whom it runs for and when. */
export const rehearsedRule = z
  .object({
    productId: id,
    trigger: z.enum(TRIGGERS),
    moment: moment.nullable(),
    late: z.enum(LATE_CHOICES),
    conditions,
    sendingWindow: sendingWindow.nullable(),
  })
  .refine(({ trigger, moment }) => moment?.side !== "before" || mayRunBefore(trigger), {
    path: ["moment"],
  })
  .refine(
    ({ trigger, conditions }) => conditions.every(({ fact }) => factsOf(trigger).includes(fact)),
    { path: ["conditions"] },
  );

export type RehearsedRule = z.output<typeof rehearsedRule>;

/** The event that a page of the rehearsal ended with. */
export const historyCursor = z.object({ receivedAt: z.date(), id });
export type HistoryCursor = z.output<typeof historyCursor>;

export const rehearsalInput = z.object({
  rule: rehearsedRule,
  /** Of an automation that was saved before: who has a run of it already. */
  automationId: id.optional(),
  days: z.literal(SPANS),
  /** Absent: the first page, with the sum. */
  after: historyCursor.optional(),
});
