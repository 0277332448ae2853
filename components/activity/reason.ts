import { useTranslations } from "next-intl";

/** Why a run was skipped or cancelled, as lib/runs names it. */
export const REASONS = [
  "momentPast",
  "windowAfterEnd",
  "accessRegained",
  "boughtMeanwhile",
  "resubscribed",
  "endVanished",
  "endCame",
  "endMoved",
  "automationDeleted",
  "automationEdited",
  "automationSwitchedOff",
  "byHand",
  "erased",
  "backfillStopped",
] as const;

export function useReason(): (reason: string | null) => string {
  const t = useTranslations("activity.reason");
  return (reason) => t(REASONS.find((known) => known === reason) ?? "other");
}
