import { now } from "@/lib/clock";

/** The clock may be moved at any time: no timer runs longer before it is looked at again. */
const LONGEST_TIMER_MS = 1000;

/** Rings at the earliest of the moments set, to the millisecond; then waits to be set again. */
export class Alarm {
  private due: Date | null = null;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly ring: () => void) {}

  set(moment: Date | null): void {
    if (!moment || (this.due && this.due <= moment)) return;
    this.due = moment;
    this.arm();
  }

  clear(): void {
    clearTimeout(this.timer);
    this.due = null;
  }

  /** Looks at the clock at once: it was moved. */
  look(): void {
    this.arm();
  }

  private arm(): void {
    clearTimeout(this.timer);
    if (!this.due) return;
    const left = this.due.getTime() - now().getTime();
    if (left > 0) {
      this.timer = setTimeout(() => this.arm(), Math.min(left, LONGEST_TIMER_MS));
      return;
    }
    this.due = null;
    this.ring();
  }
}
