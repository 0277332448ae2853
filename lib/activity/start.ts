import "server-only";
import { now } from "@/lib/clock";
import { lastDays, spanBefore } from "./days";
import {
  countByDay,
  countByStatus,
  countWell,
  type DayCount,
  firstRunAt,
  ILL,
  listCauses,
  WELL,
} from "./start-queries";
import { type Pace, paceOf, SAME_WEEKDAY, usualOf, usualOfWeekdays } from "./usual";

const DAYS = 30;
const CAUSES_OF_DAYS = 7;
const DAY_MS = 86_400_000;

/** The store's day against its usual, its last 30 days, and what failed of late. */
export async function readStart(storeId: string, timeZone: string) {
  const at = now();
  const { from: today } = spanBefore(at, timeZone, 0);
  const first = await firstRunAt(storeId);
  const spans = SAME_WEEKDAY.map((days) => spanBefore(at, timeZone, days)).filter(
    ({ until }) => first && first < until,
  );
  const { from } = spanBefore(at, timeZone, DAYS - 1);
  const [statuses, earlier, days, causes] = await Promise.all([
    countByStatus(storeId, { from: today, until: at }),
    countWell(storeId, spans),
    countByDay(storeId, timeZone, { from, until: at }),
    listCauses(storeId, new Date(at.getTime() - CAUSES_OF_DAYS * DAY_MS)),
  ]);
  const sum = (names: typeof WELL) =>
    names.reduce((total, name) => total + (statuses[name] ?? 0), 0);
  const done = sum(WELL);
  const usual = usualOf(earlier);
  return {
    at,
    done,
    failed: statuses.failed ?? 0,
    unknown: statuses.unknown ?? 0,
    usual,
    pace: paceOf(done, usual) satisfies Pace | undefined,
    days: withUsual(everyDay(days, lastDays(at, timeZone, DAYS)), first, timeZone),
    ill: sum(ILL),
    causes,
  };
}

/** Days without any run stand in the chart too. */
function everyDay(counted: readonly DayCount[], days: readonly string[]): DayCount[] {
  const known = new Map(counted.map((count) => [count.day, count]));
  return days.map((day) => known.get(day) ?? { day, well: 0, ill: 0 });
}

/** What is usual for each of the days, as far as the store existed. */
function withUsual(days: readonly DayCount[], first: Date | undefined, timeZone: string) {
  const [since = ""] = first ? lastDays(first, timeZone, 1) : [];
  const usual = usualOfWeekdays(
    days.map(({ day, well }) => (first && day >= since ? well : undefined)),
  );
  return days.map((day, at) => ({ ...day, usual: usual[at] }));
}
