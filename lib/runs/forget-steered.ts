import { now } from "@/lib/clock";
import { UNDO_MINUTES } from "./steering";
import { forgetSteerings } from "./sweep-queries";

/** As many parts as are deleted in a few seconds: one steering may have 200. */
const MOST = 200;
/** After the last undo the engine is still being told of it. */
const KEEP_MS = UNDO_MINUTES * 60_000 + 24 * 3_600_000;

/** Deletes the memory of steerings that are over; the next pass takes the rest. Returns how many. */
export async function forgetSteered(): Promise<number> {
  return await forgetSteerings(new Date(now().getTime() - KEEP_MS), MOST);
}
