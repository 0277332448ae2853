import { useLocale } from "next-intl";
import {
  formatDate,
  formatDay,
  formatMoment,
  formatMomentInSentence,
  formatReceiptMoment,
  formatShortDate,
  formatShortMoment,
  formatTime,
  type Reader,
} from "@/lib/format-date";

const LOOKS = {
  /** wtorek, 8 grudnia, 09:12 */
  moment: formatMoment,
  /** wtorek, 8 grudnia 2026, 09:12: where a rule is explained */
  momentWithYear: (at: Date, reader: Reader) => formatMoment(at, reader, "always"),
  /** dziś o 08:41 */
  sentence: formatMomentInSentence,
  /** 8 gru, 09:12 */
  short: formatShortMoment,
  /** 9 lis, 12:03:18 */
  receipt: formatReceiptMoment,
  /** dziś, wtorek, 24 listopada */
  day: formatDay,
  /** 2 listopada */
  date: formatDate,
  /** 8 gru */
  shortDate: formatShortDate,
  /** 09:12 */
  time: (at: Date, reader: Reader) => formatTime(at, reader),
};

/** A real date in the store's zone; never a span of time alone. */
export function When({
  at,
  zone,
  now,
  look = "moment",
  className,
}: {
  at: Date;
  zone: string;
  now: Date;
  look?: keyof typeof LOOKS;
  className?: string;
}) {
  const locale = useLocale();
  return (
    <time dateTime={at.toISOString()} className={className}>
      {LOOKS[look](at, { locale, zone, now })}
    </time>
  );
}
