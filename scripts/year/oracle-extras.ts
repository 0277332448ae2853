import { Temporal } from "temporal-polyfill";
import type { Condition, Told, Window } from "./life";

const QUARTER_MS = 15 * 60_000;
const HOUR_MS = 4 * QUARTER_MS;
const DAY_QUARTERS = 96;

/** From `at` on quarter of an hour by quarter of an hour, until a clock on the wall shows one of the window's. */
export function opened(at: number, window: Window, zone: string): number {
  if (!window) return at;
  let moment = at;
  while (!isOpen(moment, window, zone)) moment = (Math.floor(moment / QUARTER_MS) + 1) * QUARTER_MS;
  return moment;
}

function isOpen(at: number, { days, from, until }: NonNullable<Window>, zone: string): boolean {
  const quarters = Math.floor((at + aheadOf(at, zone)) / QUARTER_MS);
  const quarter = quarters % DAY_QUARTERS;
  // 1 January 1970 was a Thursday.
  const day = ((Math.floor(quarters / DAY_QUARTERS) + 3) % 7) + 1;
  return days.includes(day) && quarter >= from && quarter < until;
}

const aheadIn = new Map<string, number>();

/** How far the clock on the wall is ahead of UTC; no clock changes within a UTC hour. */
function aheadOf(at: number, zone: string): number {
  const hour = Math.floor(at / HOUR_MS);
  const key = `${zone} ${hour}`;
  let ahead = aheadIn.get(key);
  if (ahead === undefined) {
    const moment = BigInt(hour * HOUR_MS) * 1_000_000n;
    ahead = new Temporal.ZonedDateTime(moment, zone).offsetNanoseconds / 1e6;
    aheadIn.set(key, ahead);
  }
  return ahead;
}

export type Said = Pick<Told, "plan" | "newPlan" | "amount" | "quantity" | "recovered"> & {
  language?: string;
  /** Whether the customer had bought nothing before. */
  first: boolean;
};

/** What is not said fulfils nothing, neither "is" nor "is not". */
export function isMet(condition: Condition, said: Said): boolean {
  if (!("value" in condition)) {
    const { first, recovered = false } = said;
    return (condition.fact === "first_purchase" ? first : recovered) === (condition.is === "yes");
  }
  const { amount, quantity, language, plan, newPlan } = said;
  const known = { amount, quantity, language, plan, old_plan: plan, new_plan: newPlan };
  const got = known[condition.fact];
  if (got === undefined) return false;
  if (condition.is === "at_least") return Number(got) >= condition.value;
  if (condition.is === "at_most") return Number(got) <= condition.value;
  return (written(got) === written(condition.value)) === (condition.is === "equal");
}

const written = (value: string | number) => `${value}`.trim().toLowerCase();
