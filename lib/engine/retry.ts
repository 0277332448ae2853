import type { Job } from "./job-queries";
import type { RetryAfter } from "./reply";
import { fail, type Rules, type Transition } from "./transition";

/** As Inngest's servers: the pause after the first attempt, the second and so on, in seconds. */
const RETRY_SECONDS = [15, 30, 60, 120, 300, 600, 1200, 2400, 3600, 7200];
const RETRY_JITTER_MS = 30_000;
const MAX_RETRY_AFTER_MS = 24 * 3_600_000;

/** Past this an outage of the app counts as an error of the function. */
const OUTAGE_MS = 15 * 60_000;
const MIN_OUTAGE_PAUSE_MS = 500;
const MAX_OUTAGE_PAUSE_MS = 10_000;

type Tried = Pick<Job, "attempt" | "outageSince">;

function pauseMs(attempt: number, retryAfter: RetryAfter, { at, retryDelayMs }: Rules): number {
  const seconds = retryAfter === null ? Number.NaN : Number(retryAfter);
  const asked = Number.isNaN(seconds)
    ? Date.parse(retryAfter ?? "") - at.getTime()
    : seconds * 1000;
  if (Number.isFinite(asked)) return Math.min(Math.max(asked, 1000), MAX_RETRY_AFTER_MS);
  if (retryDelayMs !== undefined) return retryDelayMs;
  const usual = RETRY_SECONDS[Math.min(attempt, RETRY_SECONDS.length - 1)] ?? 0;
  return usual * 1000 + Math.random() * RETRY_JITTER_MS;
}

/** The next attempt, at the moment the app asked for, or after the usual pause. */
export function retry(job: Tried, retryAfter: RetryAfter, rules: Rules): Transition {
  const due = new Date(rules.at.getTime() + pauseMs(job.attempt, retryAfter, rules));
  return { kind: "postpone", attempt: job.attempt + 1, due, outageSince: null };
}

/**
 * The same attempt again: an app that is being restarted, or a proxy's error page, must not cost a function its
 * attempts. Waits as long again as has been waited: 0.5, 0.5, 1, 2, 4, 8, 10, 10 … seconds.
 */
export function outlast(job: Tried, why: string, rules: Rules): Transition {
  const since = job.outageSince ?? rules.at;
  const waited = rules.at.getTime() - since.getTime();
  if (waited < OUTAGE_MS) {
    const pause = Math.min(Math.max(waited, MIN_OUTAGE_PAUSE_MS), MAX_OUTAGE_PAUSE_MS);
    const due = new Date(rules.at.getTime() + pause);
    return { kind: "postpone", attempt: job.attempt, due, outageSince: since };
  }
  if (job.attempt + 1 < rules.maxAttempts) return retry(job, null, rules);
  return fail("Error", `The app did not answer: ${why}`);
}
