import { isDeepStrictEqual } from "node:util";
import { dueAt } from "@/lib/automations/due";
import type { AutomationTiming } from "@/lib/automations/input";
import { opensAt } from "@/lib/automations/sending-window";

/** When runs of a version are due; what a moved run takes over from it. */
export type Timing = AutomationTiming;

export const timingOf = ({ trigger, moment, late, sendingWindow }: Timing): Timing => ({
  ...{ trigger, moment, late, sendingWindow },
});

/** What the snapshot of a moved run says of its timing from now on. */
export const inSnapshot = ({ trigger: _, ...timing }: Timing) => timing;

/** Whether moving makes sense: the same moment of the customer's life, another distance from it. */
export const changesTime = (before: Timing, after: Timing): boolean =>
  before.trigger === after.trigger &&
  !(
    isDeepStrictEqual(before.moment, after.moment) &&
    isDeepStrictEqual(before.sendingWindow, after.sendingWindow)
  );

/** Whether a run that can't come before its event any more is skipped; as for a new run. */
export const mustPrecede = ({ moment, late }: Pick<Timing, "moment" | "late">): boolean =>
  moment?.side === "before" && late === "skip";

const MINUTE_MS = 60_000;
const QUARTER = 15;

/**
 * Zones change their offset on whole quarter-hours only, so that whatever begins within one is meant
 * at the same distance from it; a sending window may open on any minute.
 */
export function slotMs({ sendingWindow }: Pick<Timing, "sendingWindow">): number {
  const { from, until } = sendingWindow ?? { from: 0, until: 0 };
  return from % QUARTER || until % QUARTER ? MINUTE_MS : QUARTER * MINUTE_MS;
}

/**
 * When runs are due that count from the slot's beginning (epoch ms). `opens`: the sending window is
 * closed then, and all of the slot come as it opens; null: each comes at its own moment.
 */
export type Slot = { slot: number; meant: number; opens: number | null };

export function slotDue(slot: number, timing: Timing, timeZone: string, now: Date): Slot {
  const meant = dueAt(new Date(slot * slotMs(timing)), timing.moment, timeZone);
  const earliest = meant < now ? now : meant;
  const opens = opensAt(earliest, timing.sendingWindow, timeZone);
  return { slot, meant: meant.getTime(), opens: opens > earliest ? opens.getTime() : null };
}

/** The latest anchor, to the second, that is meant at or before `at`. */
export function latestAnchorDueBy(at: Date, { moment }: Timing, timeZone: string): Date {
  // Further away than any moment reaches: 1,000 weeks are 19 years.
  const reach = 20 * 366 * 86_400_000;
  let past = Math.floor((at.getTime() - reach) / 1000);
  let ahead = Math.ceil((at.getTime() + reach) / 1000);
  while (ahead - past > 1) {
    const middle = Math.floor((past + ahead) / 2);
    if (dueAt(new Date(middle * 1000), moment, timeZone) <= at) past = middle;
    else ahead = middle;
  }
  return new Date(past * 1000);
}
