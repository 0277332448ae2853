import type { Trigger } from "@/lib/triggers/trigger";

/** What keeps a run that waits from happening. */
export type ExitRule =
  /** Null: the automation's own product. */
  | { when: "bought"; productId: string | null }
  | { when: "access_regained" }
  | { when: "resubscribed" };
export type ExitWhen = ExitRule["when"];

/** What can still come after each trigger: only an access that ended is regained. */
const EXITS: Record<Trigger, readonly ExitWhen[]> = {
  purchase: ["bought"],
  plan_changed: ["bought"],
  subscription_ended: ["bought", "access_regained", "resubscribed"],
  access_expiring: ["bought", "resubscribed"],
  access_expired: ["bought", "access_regained", "resubscribed"],
  cart_recovery: ["bought"],
  qr_scanned: ["bought"],
};

export const exitsOf = (trigger: Trigger): readonly ExitWhen[] => EXITS[trigger];

/** The rules that a new automation begins with: nobody is chased who has bought, or loses what they have again. */
export function presetExits(trigger: Trigger, action?: { takesAway?: true }): ExitRule[] {
  if (trigger === "cart_recovery") return [{ when: "bought", productId: null }];
  const regains = exitsOf(trigger).includes("access_regained");
  return regains && action?.takesAway ? [{ when: "access_regained" }] : [];
}
