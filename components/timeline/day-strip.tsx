import { useLocale, useTranslations } from "next-intl";
import { formatNumber } from "@/lib/format";
import { dayKey, formatDay, formatShortDate, formatWeekday } from "@/lib/format-date";
import { cn } from "../ui/cn";
import { Link } from "../ui/link";
import { TextLink } from "../ui/text-link";

/** Height of the tallest bar, in pixels. */
const TALLEST = 32;

interface Day {
  at: Date;
  count: number;
  href: string;
  current: boolean;
}

interface Reading {
  /** Counted no further: above it the day says "1000+". */
  most: number;
  zone: string;
  now: Date;
}

interface DayStripProps extends Reading {
  days: readonly Day[];
  /** Back to all days, where one is chosen. */
  whole?: string;
}

/** The coming days, how much waits on each, and a way to one of them. */
export function DayStrip({ days, whole, ...reading }: DayStripProps) {
  const t = useTranslations("timeline.strip");
  const tallest = Math.max(1, ...days.map(({ count }) => count));
  return (
    <nav aria-label={t("label")} className="mb-8">
      <ol className="flex overflow-x-auto border-line-strong border-y max-md:-mx-4 max-md:px-4">
        {days.map((day) => (
          <li key={day.href} className="min-w-16 flex-1 border-r last:border-r-0">
            <DayLink day={day} share={day.count / tallest} {...reading} />
          </li>
        ))}
      </ol>
      {whole ? (
        <p className="mt-2 text-small">
          <TextLink href={whole}>{t("whole")}</TextLink>
        </p>
      ) : null}
    </nav>
  );
}

function DayLink({ day, share, most, zone, now }: Reading & { day: Day; share: number }) {
  const t = useTranslations("timeline.strip");
  const locale = useLocale();
  const { at, count, href, current } = day;
  const many = count > most;
  const words = many ? t("more", { count: formatNumber(most, locale) }) : t("runs", { count });
  const key = dayKey(at, zone);
  const date = Number(key.slice(8));
  return (
    <Link
      href={href}
      scroll={false}
      aria-current={current ? "date" : undefined}
      aria-label={`${formatDay(at, { locale, zone, now })}: ${words}`}
      className={cn(
        "grid justify-items-center gap-0.5 px-1 py-2 -outline-offset-2",
        current ? "bg-accent-soft" : "hover:bg-sunken",
      )}
    >
      <span className={cn("text-note", current ? "text-accent-ink" : "text-ink-2")}>
        {key === dayKey(now, zone) ? t("today") : formatWeekday(at, { locale, zone })}
      </span>
      <span className="font-medium">
        {date === 1 ? formatShortDate(at, { locale, zone, now }) : date}
      </span>
      <span aria-hidden className="flex items-end" style={{ height: TALLEST }}>
        <span
          className={cn("w-3 rounded-t-[2px]", current ? "bg-accent-ink" : "bg-chart")}
          style={{ height: count ? Math.max(2, share * TALLEST) : 0 }}
        />
      </span>
      <span className="text-note text-ink-2">
        {many ? `${formatNumber(most, locale)}+` : formatNumber(count, locale)}
      </span>
    </Link>
  );
}
