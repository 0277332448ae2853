import { z } from "zod";
import type { AutomationInput } from "@/lib/automations/input";

const kept = z.object({
  /** The version it began from; 0: a new automation. */
  base: z.int(),
  at: z.iso.datetime(),
  // What is in it was typed here: the form judges it again before anything leaves.
  values: z.custom<AutomationInput>(
    (value) => typeof value === "object" && value !== null && "exitRules" in value,
  ),
});

export type Draft = z.output<typeof kept>;

const keyOf = (automationId: string | undefined) => `automation-draft:${automationId ?? "new"}`;

/** Kept in the tab alone, so that a reload or a way round by another page loses nothing. */
export function keepDraft(automationId: string | undefined, draft: Draft): void {
  try {
    sessionStorage.setItem(keyOf(automationId), JSON.stringify(draft));
  } catch {
    // The browser keeps nothing, for example in a private window: then there is no draft.
  }
}

/** Undefined: nothing was kept, or it began from another version than the one that runs now. */
export function keptDraft(automationId: string | undefined, base: number): Draft | undefined {
  try {
    const draft = kept.safeParse(JSON.parse(sessionStorage.getItem(keyOf(automationId)) ?? "null"));
    return draft.success && draft.data.base === base ? draft.data : undefined;
  } catch {
    return undefined;
  }
}

export function dropDraft(automationId: string | undefined): void {
  try {
    sessionStorage.removeItem(keyOf(automationId));
  } catch {
    // As above.
  }
}
