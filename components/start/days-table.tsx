import { useLocale, useTranslations } from "next-intl";
import { formatNumber } from "@/lib/format";
import { formatDay } from "@/lib/format-date";
import { Fold } from "../ui/fold";
import { type Day, noon, READ_IN } from "./day";

/** What the bars say, to be read: by keyboard, by ear, on a phone. The latest day first. */
export function DaysTable({ days, now }: { days: readonly Day[]; now: Date }) {
  const t = useTranslations("start.days");
  const locale = useLocale();
  const number = (value: number | undefined) =>
    value === undefined ? t("unknown") : formatNumber(value, locale);
  return (
    <Fold title={t("table")} className="mt-4">
      <section
        aria-label={t("title")}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        className="max-h-80 overflow-y-auto -outline-offset-2"
      >
        <table className="w-full text-small [&_td]:py-1.5 [&_td]:pr-3 [&_td]:text-right [&_th]:px-3 [&_th]:py-1.5 [&_th]:font-normal">
          <caption className="sr-only">{t("title")}</caption>
          <thead className="sticky top-0 bg-raised text-note text-ink-3 [&_th]:text-right [&_th:first-child]:text-left">
            <tr>
              <th scope="col">{t("day")}</th>
              <th scope="col">{t("done")}</th>
              <th scope="col">{t("failed")}</th>
              <th scope="col">{t("usually")}</th>
            </tr>
          </thead>
          <tbody>
            {[...days].reverse().map((day) => (
              <tr key={day.day} className="border-t">
                <th scope="row" className="text-left">
                  {formatDay(noon(day), { locale, zone: READ_IN, now })}
                </th>
                <td>{number(day.well)}</td>
                <td className={day.ill > 0 ? "text-bad" : undefined}>{number(day.ill)}</td>
                <td className="text-ink-2">{number(day.usual)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Fold>
  );
}
