import { createHash } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { ToolError } from "@/lib/errors";
import { holdSlots, type Rate, slotsTaken, takeSlot } from "./system-queries";
import type { Caller, Connection, FieldValues, Limits } from "./tool";

type Requests = NonNullable<Limits["requests"]>;

/** Keeps the requests of all processes within what a tool takes. */
export type Pace = {
  /** Resolves when the next request may leave; throws ToolError when that is too far away. */
  take(account: string, limit: Requests): Promise<void>;
  /** The tool asked to be left alone for `seconds`. */
  hold(account: string, limit: Requests, seconds: number): Promise<void>;
};

/** For who has no database and few requests. */
export const unpaced: Pace = { take: async () => {}, hold: async () => {} };

/** A run that would wait longer gives its place back and comes again. */
const LONGEST_WAIT = 10;
/** A longer hold is only believed for this long: it may have been meant for one kind of request. */
const LONGEST_HOLD = 60;
/** A slot woken up to later than this is let go: late ones would leave together with the next. */
const LATE_MS = 100;

export const keepPace: Pace = {
  async take(account, limit) {
    const rate = rateOf(limit);
    for (;;) {
      const seconds = await takeSlot(account, rate, LONGEST_WAIT);
      if (seconds === undefined) {
        const retryAfter = Math.ceil(await slotsTaken(account, rate));
        const message = "Our own requests to this account queue up";
        throw new ToolError("rate_limited", message, { retryAfter, sent: false });
      }
      if (seconds <= 0) return;
      const due = performance.now() + seconds * 1000;
      await wait(seconds * 1000);
      if (performance.now() - due < LATE_MS) return;
    }
  },
  async hold(account, limit, seconds) {
    await holdSlots(account, rateOf(limit), Math.min(seconds, LONGEST_HOLD));
  },
};

/**
 * A fifth of the limit may leave at once and the rest follows evenly, so that no window of the
 * limit's length, wherever it begins, holds more than the limit.
 */
export function rateOf({ count, seconds }: Requests): Rate {
  const burst = Math.max(1, Math.floor(count / 5));
  return { burst, interval: seconds / Math.max(1, count - burst) };
}

/** Whoever shares one limit: the same key, the same host, or everybody. Hashed, since keys are secret. */
export function accountOf(tool: Caller, credentials: FieldValues, connection: Connection): string {
  const { baseUrl, headers = {} } = connection;
  const shared = {
    key: [baseUrl, JSON.stringify(credentials), JSON.stringify(headers)],
    host: [baseUrl],
    sender: [],
  }[tool.limits.requests?.per ?? "key"];
  return createHash("sha256")
    .update([tool.id, ...shared].join("\n"))
    .digest("hex");
}
