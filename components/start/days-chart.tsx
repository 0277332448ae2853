import { useLocale, useTranslations } from "next-intl";
import { formatNumber } from "@/lib/format";
import { formatDate, formatDay, formatShortDate } from "@/lib/format-date";
import { cn } from "../ui/cn";
import { Section } from "../ui/section";
import { scaleOf } from "./scale";

export interface Day {
  /** "2026-11-24" */
  day: string;
  well: number;
  ill: number;
}

interface DaysChartProps {
  /** Today is the last one. */
  days: readonly Day[];
  /** What usually goes well on this weekday. */
  usual?: number;
  now: Date;
}

const HEIGHT_PX = 144;
const LABEL_EVERY = 7;
/** A day's date needs no zone: noon in UTC is on that day. */
const READ_IN = "UTC";
const noon = ({ day }: Day) => new Date(`${day}T12:00:00Z`);

/** One bar a day. The bars are for eyes; the sentence and the table tell the same. */
export function DaysChart({ days, usual, now }: DaysChartProps) {
  const t = useTranslations("start.days");
  return (
    <Section title={t("title")} aside={<Legend usual={usual} />}>
      <Bars days={days} usual={usual} now={now} />
      <Summary days={days} now={now} />
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
      {usual ? (
        <li>
          <span className={`${square} border border-accent-ink border-dashed`} />
          {t("usual", { count: formatNumber(usual, locale) })}
        </li>
      ) : null}
    </ul>
  );
}

function Bars({ days, usual = 0, now }: DaysChartProps) {
  const locale = useLocale();
  const scale = scaleOf(Math.max(usual, ...days.map(({ well, ill }) => well + ill)));
  const px = (count: number) => `${(count / scale.top) * HEIGHT_PX}px`;
  return (
    <div aria-hidden className="grid grid-cols-[2rem_minmax(0,1fr)] pt-5">
      <div className="relative text-note text-ink-3" style={{ height: HEIGHT_PX }}>
        {scale.marks.map((mark) => (
          <span
            key={mark}
            className="absolute right-2 translate-y-1/2"
            style={{ bottom: px(mark) }}
          >
            {formatNumber(mark, locale)}
          </span>
        ))}
      </div>
      <div className="relative" style={{ height: HEIGHT_PX + 24 }}>
        {scale.marks.map((mark) => (
          <span
            key={mark}
            className="absolute inset-x-0 border-t first:border-control"
            style={{ bottom: `calc(24px + ${px(mark)})` }}
          />
        ))}
        <ol className="absolute inset-0 flex gap-[2px] md:gap-1">
          {days.map((day, at) => (
            <Bar
              key={day.day}
              day={day}
              usual={at === days.length - 1 ? usual : undefined}
              labelled={at % LABEL_EVERY === 1 && at < days.length - 3}
              px={px}
              now={now}
            />
          ))}
        </ol>
      </div>
    </div>
  );
}

interface BarProps {
  day: Day;
  /** Today's bar alone has it: what is usual stands round it. */
  usual?: number;
  labelled: boolean;
  px(count: number): string;
  now: Date;
}

function Bar({ day, usual, labelled, px, now }: BarProps) {
  const t = useTranslations("start.days");
  const locale = useLocale();
  const { well, ill } = day;
  const today = usual !== undefined;
  const reader = { locale, zone: READ_IN, now };
  const missing = (usual ?? 0) - well - ill;
  return (
    <li
      title={t("tip", { day: formatDay(noon(day), reader), well, ill })}
      className="relative flex min-w-0 flex-1 flex-col justify-end gap-px pb-6 hover:bg-sunken"
    >
      {missing > 0 ? (
        <span
          className="rounded-t-[2px] border border-accent-ink border-b-0 border-dashed"
          style={{ height: px(missing) }}
        />
      ) : null}
      {ill > 0 ? (
        <span className="min-h-[3px] rounded-[2px] bg-chart-bad" style={{ height: px(ill) }} />
      ) : null}
      {well > 0 ? (
        <span
          className={cn("min-h-px rounded-t-[2px]", today ? "bg-accent" : "bg-chart")}
          style={{ height: px(well) }}
        />
      ) : null}
      <span
        className={cn(
          "absolute bottom-0 text-note whitespace-nowrap",
          today ? "right-0 font-medium text-accent-ink" : "left-0 text-ink-3",
        )}
      >
        {today ? t("today") : null}
        {labelled && !today ? formatShortDate(noon(day), reader) : null}
      </span>
    </li>
  );
}

function Summary({ days, now }: Pick<DaysChartProps, "days" | "now">) {
  const t = useTranslations("start.days");
  const locale = useLocale();
  const best = days.reduce((most, day) => (day.well > most.well ? day : most), {
    day: "",
    well: 0,
    ill: 0,
  });
  const failing = days.filter(({ ill }) => ill > 0).length;
  return (
    <p className="pt-2 text-small text-ink-2">
      {best.well > 0
        ? t("best", {
            day: formatDate(noon(best), { locale, zone: READ_IN, now }),
            count: formatNumber(best.well, locale),
          })
        : t("nothing")}{" "}
      {best.well > 0 || failing > 0 ? t("failures", { days: failing }) : null}
    </p>
  );
}

function DaysTable({ days, now }: Pick<DaysChartProps, "days" | "now">) {
  const t = useTranslations("start.days");
  const locale = useLocale();
  return (
    // Round the table: a table of its own keeps its height, however it is clipped.
    <div className="sr-only">
      <table>
        <caption>{t("title")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("day")}</th>
            <th scope="col">{t("done")}</th>
            <th scope="col">{t("failed")}</th>
          </tr>
        </thead>
        <tbody>
          {days.map((day) => (
            <tr key={day.day}>
              <th scope="row">{formatDay(noon(day), { locale, zone: READ_IN, now })}</th>
              <td>{day.well}</td>
              <td>{day.ill}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
