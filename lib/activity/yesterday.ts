import "server-only";
import { dayStart, lastDays } from "./days";
import { countByStatus, countWell, firstRunAt, WELL } from "./start-queries";
import { paceOf, SAME_WEEKDAY, usualOf } from "./usual";

export type Yesterday = Awaited<ReturnType<typeof readYesterday>>;

/** The store's whole day before `at`, against the same weekday of the weeks before it. */
export async function readYesterday(storeId: string, timeZone: string, at: Date) {
  const [day = ""] = lastDays(at, timeZone, 2);
  const span = (earlier: number) => ({
    from: dayStart(day, timeZone, -earlier),
    until: dayStart(day, timeZone, 1 - earlier),
  });
  const first = await firstRunAt(storeId);
  const known = SAME_WEEKDAY.map(span).filter(({ until }) => first && first < until);
  const [statuses, earlier, today] = await Promise.all([
    countByStatus(storeId, span(0)),
    countWell(storeId, known),
    countByStatus(storeId, span(-1)),
  ]);
  const done = WELL.reduce((sum, status) => sum + (statuses[status] ?? 0), 0);
  const usual = usualOf(earlier);
  return {
    day,
    done,
    failed: statuses.failed ?? 0,
    unknown: statuses.unknown ?? 0,
    usual,
    pace: paceOf(done, usual),
    waitingToday: today.waiting ?? 0,
  };
}
