import { z } from "zod";
import { LEAP_UNITS } from "./unit";

/** How far the time machine is to go: forward only, since what has run can't be undone. */
export const leap = z.object({
  value: z.coerce.number().int().min(1).max(1000),
  unit: z.enum(LEAP_UNITS),
});

export type Leap = z.output<typeof leap>;
