import { rateOf } from "@/lib/tools/pace";
import type { Limits } from "@/lib/tools/tool";

/** Of what a tool takes: the rest is for the runs that customers bring about meanwhile. */
const SHARE = 0.5;
/** So that planning keeps no processor, whatever a tool takes. */
const MOST_PER_MINUTE = 300;
/** A run takes about a second, where a tool names no limit but how many at once. */
const SECONDS_A_RUN = 1;

/** Runs a minute that a backfill lets come. */
export function perMinute({ concurrency, requests, perRun = 1 }: Limits): number {
  const atOnce = (concurrency * 60) / SECONDS_A_RUN;
  const steadily = requests ? 60 / (rateOf(requests).interval * perRun) : Number.POSITIVE_INFINITY;
  return Math.max(1, Math.min(MOST_PER_MINUTE, Math.floor(Math.min(atOnce, steadily) * SHARE)));
}

/** How long so many runs take, in seconds. */
export const secondsFor = (runs: number, perMinute: number) => Math.ceil((runs * 60) / perMinute);
