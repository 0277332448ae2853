import { type Series, stack } from "d3-shape";
import { useLocale, useTranslations } from "next-intl";
import { formatNumber } from "@/lib/format";
import { formatDay, formatShortDate } from "@/lib/format-date";
import { cn } from "../ui/cn";
import { type Day, noon, READ_IN } from "./day";
import { heightsOf, placesOf } from "./scale";

const HEIGHT_PX = 144;
/** Under the bars, for the dates. */
const FOOT_PX = 24;
/** Over the highest mark, for half of its number. */
const HEAD_PX = 8;
const LABEL_EVERY = 7;
/** One failure among hundreds must be seen. */
const LEAST_PX = 3;

const stacked = stack<Day, "well" | "ill">().keys(["well", "ill"]);

interface DaysBarsProps {
  /** Today is the last one. */
  days: readonly Day[];
  now: Date;
  /** Tells a reader what the picture shows. */
  label: string;
}

/** Drawn on the server, in per cent of the width and px of height: nothing moves, nothing loads. */
export function DaysBars({ days, now, label }: DaysBarsProps) {
  const locale = useLocale();
  const most = Math.max(0, ...days.map(({ well, ill, usual = 0 }) => Math.max(well + ill, usual)));
  const { y, marks } = heightsOf(most, HEIGHT_PX);
  const x = placesOf(days.map(({ day }) => day));
  const [well, ill] = stacked(days);
  return (
    <div className="pt-3 pl-8">
      <svg
        role="img"
        aria-label={label}
        width="100%"
        height={HEAD_PX + HEIGHT_PX + FOOT_PX}
        className="block overflow-visible text-note"
      >
        <g transform={`translate(0 ${HEAD_PX})`}>
          {marks.map((mark) => (
            <Mark key={mark} y={y(mark)} text={formatNumber(mark, locale)} />
          ))}
          {days.map((day, at) => (
            <DayColumn
              key={day.day}
              day={day}
              x={x(day.day) ?? 0}
              width={x.bandwidth()}
              well={spanOf(well, at, y)}
              ill={spanOf(ill, at, y)}
              usual={day.usual === undefined ? undefined : y(day.usual)}
              today={at === days.length - 1}
              labelled={at % LABEL_EVERY === 1 && at < days.length - 3}
              now={now}
            />
          ))}
        </g>
      </svg>
    </div>
  );
}

interface DayColumnProps extends BarProps {
  day: Day;
  labelled: boolean;
  now: Date;
}

function DayColumn({ day, labelled, now, ...bar }: DayColumnProps) {
  const t = useTranslations("start.days");
  const reader = { locale: useLocale(), zone: READ_IN, now };
  const { well, ill, usual } = day;
  const told = t("tip", { day: formatDay(noon(day), reader), well, ill });
  const { x, width, today } = bar;
  return (
    <g className="group">
      <title>{usual === undefined ? told : `${told}, ${t("tipUsual", { usual })}`}</title>
      <rect
        x={`${x}%`}
        width={`${width}%`}
        height={HEIGHT_PX}
        className="fill-transparent group-hover:fill-sunken"
      />
      <Bar {...bar} />
      <text
        x={today ? "100%" : `${x}%`}
        y={HEIGHT_PX + FOOT_PX - 6}
        textAnchor={today ? "end" : "start"}
        className={today ? "fill-accent-ink font-medium" : "fill-ink-3"}
      >
        {today ? t("today") : labelled && formatShortDate(noon(day), reader)}
      </text>
    </g>
  );
}

/** From and to in px, counted from the top. */
type Span = readonly [top: number, bottom: number];

function spanOf(
  series: Series<Day, string> | undefined,
  at: number,
  y: (count: number) => number,
): Span {
  const [from, to] = series?.[at] ?? [0, 0];
  return [y(to), y(from)];
}

function Mark({ y, text }: { y: number; text: string }) {
  return (
    <>
      <line
        x2="100%"
        y1={y}
        y2={y}
        shapeRendering="crispEdges"
        className={y === HEIGHT_PX ? "stroke-control" : "stroke-line"}
      />
      <text x={-8} y={y} dy="0.32em" textAnchor="end" className="fill-ink-3">
        {text}
      </text>
    </>
  );
}

interface BarProps {
  /** In per cent. */
  x: number;
  width: number;
  well: Span;
  ill: Span;
  /** In px from the top. */
  usual?: number;
  today: boolean;
}

function Bar({ x, width, well, ill, usual, today }: BarProps) {
  const place = { x: `${x}%`, width: `${width}%` };
  const [top, foot] = [Math.min(ill[0], well[0]), HEIGHT_PX];
  return (
    <>
      {today && usual !== undefined && usual < top ? (
        <rect
          {...place}
          y={usual}
          height={foot - usual}
          rx={2}
          strokeDasharray="3 2"
          className="fill-none stroke-accent-ink"
        />
      ) : null}
      <Part {...place} span={well} className={today ? "fill-accent" : "fill-chart"} />
      <Part {...place} span={ill} least={LEAST_PX} className="fill-chart-bad" />
      {usual === undefined ? null : (
        <line
          x1={place.x}
          x2={`${x + width}%`}
          y1={usual}
          y2={usual}
          strokeWidth={1.5}
          className={today ? "stroke-accent-ink" : "stroke-ink"}
        />
      )}
    </>
  );
}

interface PartProps {
  x: string;
  width: string;
  span: Span;
  /** In px. */
  least?: number;
  className: string;
}

function Part({ x, width, span: [top, bottom], least = 1, className }: PartProps) {
  if (top === bottom) return null;
  const height = Math.max(least, bottom - top);
  return (
    <rect
      x={x}
      width={width}
      y={bottom - height}
      height={height}
      rx={Math.min(2, height / 2)}
      className={cn("stroke-page", className)}
    />
  );
}
