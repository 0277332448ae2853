import { z } from "zod";
import { SPANS } from "../history/input";

const id = z.string().min(1).max(64);

/** As many as somebody ticks by hand. */
const MOST_CHOSEN = 1_000;

/** A backfill as it is asked for: of the version that was looked at. */
export const backfillInput = z.object({
  automationId: id,
  version: z.int().min(1),
  days: z.literal(SPANS),
  /** Events of those who were ticked; null: all for whom it would have run. */
  chosen: z.array(id).min(1).max(MOST_CHOSEN).nullable(),
});

export type BackfillInput = z.output<typeof backfillInput>;

export const steerInput = z.object({
  backfillId: id,
  to: z.enum(["running", "paused", "stopped"]),
});
export const progressInput = z.object({ automationId: id });
