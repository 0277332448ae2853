export type Pace = "usual" | "quiet" | "busy";

/** So many days back it was the same weekday: four of them say what is usual. */
export const SAME_WEEKDAY = [7, 14, 21, 28];

/** Below so many a day, more or less of them is chance. */
const TELLING = 5;

/** The average of earlier counts, rounded; undefined: there were none to learn from. */
export function usualOf(earlier: readonly number[]): number | undefined {
  if (earlier.length === 0) return undefined;
  return Math.round(earlier.reduce((sum, count) => sum + count, 0) / earlier.length);
}

/**
 * What is usual for each day: the average of the other days of its weekday. Of consecutive days, today
 * last and not yet telling; undefined: the store did not exist yet.
 */
export function usualOfWeekdays(days: readonly (number | undefined)[]): (number | undefined)[] {
  const over = days.slice(0, -1);
  return days.map((_, at) =>
    usualOf(
      over.flatMap((count, other) =>
        count !== undefined && other !== at && (at - other) % 7 === 0 ? [count] : [],
      ),
    ),
  );
}

/** Whether a day stands out; undefined where nobody can say. */
export function paceOf(count: number, usual: number | undefined): Pace | undefined {
  if (usual === undefined || Math.max(count, usual) < TELLING) return undefined;
  if (count < usual / 2) return "quiet";
  return count > usual * 1.5 ? "busy" : "usual";
}
