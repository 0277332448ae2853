import { z } from "zod";

/** Which letters one person wants of a store. */
export const letterChoicesInput = z.object({
  alerts: z.boolean(),
  recoveries: z.boolean(),
  digest: z.boolean(),
});

export type LetterChoices = z.output<typeof letterChoicesInput>;
