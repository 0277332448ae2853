import { z } from "zod";

/** At most `requests` in any `perMs`. */
export type Limit = { requests: number; perMs: number };

/** What a tool's headers and 429 are made of. */
export type Usage = { limit: number; remaining: number; resetMs: number; resetAt: number };

/** Replaces a tool's own limits; "off" lifts them, "vendor" brings them back. */
export const rateLimitOverride = z.union([
  z.literal("off"),
  z.literal("vendor"),
  z.strictObject({
    requests: z.int().positive().optional(),
    perMs: z.int().positive().default(1000),
    concurrent: z.int().positive().optional(),
  }),
]);
export type RateLimitOverride = z.output<typeof rateLimitOverride>;

/** Counts requests in sliding windows; refused requests do not count, as at the vendors. */
export class RateWindows {
  private readonly taken = new Map<string, number[]>();

  usage(key: string, limit: Limit, now: number): Usage {
    const times = this.recent(key, limit, now);
    const resetAt = (times[0] ?? now) + limit.perMs;
    const remaining = Math.max(0, limit.requests - times.length);
    return { limit: limit.requests, remaining, resetMs: resetAt - now, resetAt };
  }

  take(key: string, limit: Limit, now: number): void {
    this.recent(key, limit, now).push(now);
  }

  clear(): void {
    this.taken.clear();
  }

  private recent(key: string, limit: Limit, now: number): number[] {
    const kept = (this.taken.get(key) ?? []).filter((at) => at > now - limit.perMs);
    this.taken.set(key, kept);
    return kept;
  }
}
