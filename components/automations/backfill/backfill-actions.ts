import type { ActionResult } from "@/lib/action";
import type { BackfillInput } from "@/lib/runs/backfill/input";
import type { Preview, Progress } from "@/lib/runs/backfill/status";

export type ProgressNow = { progress: Progress | null; now: Date };

/** What the page brings to begin, watch and end a backfill. */
export interface BackfillActions {
  preview(input: BackfillInput): Promise<ActionResult<Preview>>;
  start(input: BackfillInput): Promise<ActionResult<void>>;
  steer(input: {
    backfillId: string;
    to: "running" | "paused" | "stopped";
  }): Promise<ActionResult<void>>;
  read(input: { automationId: string }): Promise<ActionResult<ProgressNow>>;
}
