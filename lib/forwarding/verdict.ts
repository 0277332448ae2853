import { ToolError } from "@/lib/errors";
import { retryDelay } from "@/lib/retry";
import type { DeliveryStatus } from "./status";

/** What came of an attempt. "bug": we broke, not the receiver. `over`: trying again can't help. */
export type Tried = { outcome: string; words?: string; asked?: number; over?: boolean };

export const DELIVERED: Tried = { outcome: "done" };

const HOUR = 3_600;
/** Seconds before each further attempt: eight over about 28 hours. */
const DELAYS = [5, 300, 1_800, 2 * HOUR, 5 * HOUR, 10 * HOUR, 10 * HOUR];

/** Silence is tried again too: whoever takes EasyCart's events knows that one may come twice. */
export function triedBy(error: unknown): Tried {
  if (!(error instanceof ToolError)) return { outcome: "bug" };
  const { fault, words, retryAfter: asked, pause } = error;
  return { outcome: fault, words, asked, over: pause };
}

/** `tries`: attempts since the event came or the merchant asked again. `again`: seconds until the next. */
export function verdictOf(
  { outcome, asked, over }: Tried,
  tries: number,
  chance?: number,
): { status: DeliveryStatus; again: number | null } {
  if (outcome === "done") return { status: "done", again: null };
  const again = over ? undefined : retryDelay(tries, { asked, delays: DELAYS, chance });
  return again === undefined ? { status: "failed", again: null } : { status: "waiting", again };
}
