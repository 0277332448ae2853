import { now } from "@/lib/clock";

/** The hosted engine's free plan ends a sleep at 7 days: longer waits go by hops of 6. */
const LONGEST_SLEEP_MS = 6 * 24 * 3_600_000;

export const hopTowards = (moment: Date) =>
  new Date(Math.min(moment.getTime(), now().getTime() + LONGEST_SLEEP_MS));
