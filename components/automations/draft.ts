import type { AutomationInput } from "@/lib/automations/input";

export interface Draft {
  /** The version it began from; 0: a new automation. */
  base: number;
  at: string;
  values: AutomationInput;
}

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
    const draft = JSON.parse(sessionStorage.getItem(keyOf(automationId)) ?? "null");
    return isDraft(draft) && draft.base === base ? draft : undefined;
  } catch {
    return undefined;
  }
}

// By hand: the form comes to life with it, and zod isn't loaded by then. What stands in the values was
// typed here, and the form judges it again before anything leaves.
function isDraft(kept: unknown): kept is Draft {
  if (typeof kept !== "object" || kept === null) return false;
  const { base, at, values } = kept as Record<string, unknown>;
  const dated = typeof at === "string" && Number.isFinite(Date.parse(at));
  if (typeof values !== "object" || values === null || !("exitRules" in values)) return false;
  return typeof base === "number" && dated;
}

export function dropDraft(automationId: string | undefined): void {
  try {
    sessionStorage.removeItem(keyOf(automationId));
  } catch {
    // As above.
  }
}
