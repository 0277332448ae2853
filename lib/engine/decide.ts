import type { Job } from "./job-queries";
import { transitionOf } from "./operations";
import type { Reply } from "./reply";
import { outlast, retry } from "./retry";
import { complete, fail, type Rules, type Transition } from "./transition";

/** "refused" is no answer: the call is made again as soon as the app is back, and nothing is decided. */
export type Answered = Exclude<Reply, { kind: "refused" }>;

/** What becomes of a job by the app's answer. */
export function decide(job: Job, reply: Answered, rules: Rules): Transition {
  try {
    switch (reply.kind) {
      case "unanswered":
        return outlast(job, reply.why, rules);
      case "returned":
        return complete(reply.output);
      case "asked":
        return transitionOf(job, reply, rules);
      case "threw": {
        const last = reply.final || job.attempt + 1 >= rules.maxAttempts;
        return last ? { kind: "fail", error: reply.error } : retry(job, reply.retryAfter, rules);
      }
    }
  } catch (error) {
    // Data nested too deeply to be spelled.
    if (error instanceof RangeError) return fail(error.name, error.message);
    throw error;
  }
}
