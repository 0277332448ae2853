import type { Answer, Call } from "./call";
import type { Now } from "./clock";
import type { EmulatorSpec } from "./emulator";
import { type Limit, type RateLimitOverride, RateWindows, type Usage } from "./rate-limit";

type Limits = EmulatorSpec<never, never>["limits"];

/** Counts what a tool is asked, now and lately; a lane is whoever shares one counter. */
export class Traffic {
  private readonly windows = new RateWindows();
  private readonly inFlight = new Map<string, number>();

  constructor(
    private readonly limits: Limits,
    private readonly now: Now,
  ) {}

  laneOf(account: string, key: string): string {
    return { account, key, tool: "" }[this.limits.per];
  }

  /** How many are in flight on this lane, the new one included. */
  enter(lane: string): number {
    const busy = (this.inFlight.get(lane) ?? 0) + 1;
    this.inFlight.set(lane, busy);
    return busy;
  }

  leave(lane: string): void {
    this.inFlight.set(lane, (this.inFlight.get(lane) ?? 1) - 1);
  }

  /** Takes one request from every window, or answers why not. */
  refusal(call: Call, lane: string, busy: number, override: RateLimitOverride): Answer | undefined {
    const concurrent = this.concurrent(override);
    const windows = this.windowsFor(call, override);
    if (concurrent !== undefined && busy > concurrent) {
      return this.throttled(this.usage(call, lane, override), "concurrent", call);
    }
    const now = this.now();
    const full = windows
      .map((limit) => this.windows.usage(`${limit.name}\n${lane}`, limit, now))
      .find(({ remaining }) => remaining === 0);
    if (full) return this.throttled(full, "window", call);
    for (const limit of windows) this.windows.take(`${limit.name}\n${lane}`, limit, now);
    return undefined;
  }

  /** The vendor's 429 as it would be with nothing left. */
  forced(call: Call, lane: string, override: RateLimitOverride): Answer {
    return this.throttled({ ...this.usage(call, lane, override), remaining: 0 }, "window", call);
  }

  headers(call: Call, lane: string, override: RateLimitOverride): Record<string, string> {
    return this.limits.headers?.(this.usage(call, lane, override)) ?? {};
  }

  clear(): void {
    this.windows.clear();
  }

  private throttled(usage: Usage, reason: "window" | "concurrent", call: Call): Answer {
    const answer = this.limits.throttled(usage, reason, call);
    return { ...answer, headers: { ...this.limits.headers?.(usage), ...answer.headers } };
  }

  private usage(call: Call, lane: string, override: RateLimitOverride): Usage {
    // Lifted limits still show in the headers, as the vendor's with nothing used.
    const limit = this.windowsFor(call, override)[0] ?? this.limits.windows(call)[0];
    if (!limit) return { limit: 0, remaining: 0, resetMs: 1000, resetAt: this.now() + 1000 };
    return this.windows.usage(`${limit.name}\n${lane}`, limit, this.now());
  }

  private concurrent(override: RateLimitOverride): number | undefined {
    if (override === "off") return undefined;
    return override === "vendor" ? this.limits.concurrent : override.concurrent;
  }

  private windowsFor(call: Call, override: RateLimitOverride): (Limit & { name: string })[] {
    if (override === "off") return [];
    if (override === "vendor") return this.limits.windows(call);
    const { requests, perMs } = override;
    return requests === undefined ? [] : [{ name: "override", requests, perMs }];
  }
}
