import { z } from "zod";

export const UNITS = ["minutes", "hours", "days", "weeks"] as const;
export const SIDES = ["before", "after"] as const;

/** A distance from the trigger's moment. Minutes and hours are exact; days and weeks are calendar units. */
export const moment = z.object({
  side: z.enum(SIDES),
  unit: z.enum(UNITS),
  value: z.int().min(1).max(1000),
});

export type Moment = z.output<typeof moment>;

/** What happens when a moment before the event is past already as the event becomes known. */
export const LATE_CHOICES = ["skip", "run_now"] as const;
