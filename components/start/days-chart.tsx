import { useLocale, useTranslations } from "next-intl";
import { formatNumber } from "@/lib/format";
import { formatDate } from "@/lib/format-date";
import { Section } from "../ui/section";
import { type Day, noon, READ_IN } from "./day";
import { DaysBars } from "./days-bars";
import { DaysTable } from "./days-table";

interface DaysChartProps {
  /** Today is the last one. */
  days: readonly Day[];
  now: Date;
}

/** One bar a day against its usual. The sentence and the table tell the same without a picture. */
export function DaysChart({ days, now }: DaysChartProps) {
  const t = useTranslations("start.days");
  const summary = useSummary(days, now);
  return (
    <Section title={t("title")} aside={<Legend usual={days.at(-1)?.usual} />}>
      <DaysBars days={days} now={now} label={`${t("title")}. ${summary}`} />
      <p className="pt-2 text-small text-ink-2">{summary}</p>
      <DaysTable days={days} now={now} />
    </Section>
  );
}

function Legend({ usual }: { usual?: number }) {
  const t = useTranslations("start.days");
  const locale = useLocale();
  const square = "size-2.5 rounded-[2px]";
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-note text-ink-2 *:flex *:items-center *:gap-1.5">
      <li>
        <span className={`${square} bg-chart`} /> {t("done")}
      </li>
      <li>
        <span className={`${square} bg-chart-bad`} /> {t("failed")}
      </li>
      {usual === undefined ? null : (
        <li>
          <span className="h-[1.5px] w-3 bg-ink" />
          {t("usual", { count: formatNumber(usual, locale) })}
        </li>
      )}
    </ul>
  );
}

function useSummary(days: readonly Day[], now: Date): string {
  const t = useTranslations("start.days");
  const locale = useLocale();
  const best = days.reduce<Day>((most, day) => (day.well > most.well ? day : most), {
    day: "",
    well: 0,
    ill: 0,
  });
  const failing = days.filter(({ ill }) => ill > 0).length;
  const most =
    best.well > 0
      ? t("best", {
          day: formatDate(noon(best), { locale, zone: READ_IN, now }),
          count: formatNumber(best.well, locale),
        })
      : t("nothing");
  return best.well > 0 || failing > 0 ? `${most} ${t("failures", { days: failing })}` : most;
}
