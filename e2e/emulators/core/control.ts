import { z } from "zod";
import { faultInput } from "./faults";
import { keysControl } from "./keys";
import { rateLimitOverride } from "./rate-limit";

/**
 * Body of `POST /_control/<tool or host>`. What the inner objects of lists and addresses hold is
 * each tool's own (`account` picks one of several; default the first).
 */
export const controlInput = z.strictObject({
  reset: z.boolean().optional(),
  keys: keysControl.optional(),
  clearFaults: z.boolean().optional(),
  faults: z.array(faultInput).optional(),
  latencyMs: z.int().nonnegative().max(600_000).optional(),
  rateLimit: rateLimitOverride.optional(),
  switches: z.record(z.string(), z.unknown()).optional(),
  addLists: z.array(z.record(z.string(), z.unknown())).optional(),
  removeLists: z.array(z.record(z.string(), z.unknown())).optional(),
  addresses: z.array(z.record(z.string(), z.unknown())).optional(),
});
export type Control = z.input<typeof controlInput>;

/** What the control door answers: results of the commands in order, and the tool's settings. */
export type ControlResult = {
  tool: string;
  lists: unknown[];
  addresses: unknown[];
  switches: unknown;
  documented: string[];
  pendingFaults: number;
};
