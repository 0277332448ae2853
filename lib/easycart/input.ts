import { z } from "zod";
import { SAMPLE_EVENTS } from "./event-name";

export const sampleInput = z.object({
  productId: z.string().min(1).max(50),
  event: z.enum(SAMPLE_EVENTS),
  email: z.string().trim().toLowerCase().pipe(z.email().max(254)),
});
