import { useLocale, useTranslations } from "next-intl";
import { formatNumber } from "@/lib/format";
import { type HistorySum as Sum, VERDICTS } from "@/lib/runs/history/verdict";

/** "W ostatnich 30 dniach zadziałałaby 12 razy, 3 razy pominęłaby." */
export function HistorySum({ sum, days }: { sum: Sum; days: number }) {
  const t = useTranslations("history.sum");
  const locale = useLocale();
  const { would, more, ...others } = sum;
  const said = VERDICTS.flatMap((verdict) =>
    verdict !== "would" && others[verdict] > 0 ? [t(verdict, { count: others[verdict] })] : [],
  );
  const counted = formatNumber(
    Object.values(others).reduce((all, count) => all + count, would),
    locale,
  );
  return (
    <p className="text-pretty">
      <strong className="font-medium">{t("would", { days, count: would })}</strong>
      {said.map((each) => `, ${each}`)}.{more ? ` ${t("more", { count: counted })}` : null}
    </p>
  );
}
