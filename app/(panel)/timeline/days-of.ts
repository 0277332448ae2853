import "server-only";
import { getTranslations } from "next-intl/server";
import { shown } from "@/app/(panel)/activity/shown";
import type { ComingDay } from "@/components/timeline/coming-rows";
import type { ListedRun } from "@/lib/activity/queries";
import { momentWords } from "@/lib/automations/sentence";
import { dayKey } from "@/lib/format-date";

/** A page of waiting runs, by the store's days. */
export async function daysOf(
  rows: readonly ListedRun[],
  { zone }: { zone: string },
): Promise<ComingDay[]> {
  const [t, runs] = await Promise.all([getTranslations("automations"), shown(rows)]);
  const days: ComingDay[] = [];
  for (const [place, run] of runs.entries()) {
    const key = dayKey(run.dueAt, zone);
    const moment = momentWords(rows[place]?.snapshot.moment ?? null, t);
    const day = days.at(-1);
    if (day?.key === key) day.runs.push({ ...run, moment });
    else days.push({ key, at: run.dueAt, runs: [{ ...run, moment }] });
  }
  return days;
}
