/** For how many months events and requests may keep what they tell of people. */
export const KEPT_MONTHS = [3, 12, 24] as const;
export type KeptMonths = (typeof KEPT_MONTHS)[number];
