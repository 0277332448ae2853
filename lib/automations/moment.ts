export const UNITS = ["minutes", "hours", "days", "weeks"] as const;
export const SIDES = ["before", "after"] as const;

/** A distance from the trigger's moment. Minutes and hours are exact; days and weeks are calendar units. */
export type Moment = {
  side: (typeof SIDES)[number];
  unit: (typeof UNITS)[number];
  value: number;
};

/** What happens when a moment before the event is past already as the event becomes known. */
export const LATE_CHOICES = ["skip", "run_now"] as const;
