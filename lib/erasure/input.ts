import { z } from "zod";
import { KEPT_MONTHS } from "./retention";

export const customerInput = z.object({ customerId: z.string() });

/** As a form's choice says it. */
export const retentionInput = z.object({
  keep: z.enum(["ever", ...KEPT_MONTHS.map((months) => `${months}` as const)]),
});
