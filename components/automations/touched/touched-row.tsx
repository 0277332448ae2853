"use client";

import { ArrowRight, Ban, Clock, SkipForward } from "lucide-react";
import { useTranslations } from "next-intl";
import type { WaitingChoice } from "@/lib/runs/edit/choice";
import type { Touched } from "@/lib/runs/edit/input";
import { Badge } from "../../ui/badge";
import { Row } from "../../ui/rows";
import { Segmented } from "../../ui/segmented";
import { When } from "../../when";

interface TouchedRowProps {
  zone: string;
  now: Date;
  row: Touched;
  mayMove: boolean;
  choice: WaitingChoice;
  onChoose(choice: WaitingChoice): void;
}

export function TouchedRow({ row, zone, now, mayMove, choice, onChoose }: TouchedRowProps) {
  const t = useTranslations("automations.touched");
  const offered: WaitingChoice[] =
    mayMove && row.becomes !== "stays" ? ["keep", "move", "cancel"] : ["keep", "cancel"];
  const stays = choice === "keep";
  return (
    <Row>
      <span className="min-w-0 font-medium md:truncate" title={row.customer}>
        {row.customer}
      </span>
      <span className="max-md:contents">
        <span className={stays ? "font-medium" : "text-ink-2 line-through"}>
          <span className="sr-only">{t("head.before")}: </span>
          <When at={row.dueAt} zone={zone} now={now} look="short" />
        </span>
      </span>
      <span className="flex min-w-0 items-center gap-2">
        <ArrowRight aria-hidden className="size-4 shrink-0 text-ink-3" />
        <span className="sr-only">{t("head.after")}: </span>
        <Fate row={row} zone={zone} now={now} choice={choice} />
      </span>
      <Segmented
        size="small"
        aria-label={t("exceptionFor", { customer: row.customer })}
        value={choice}
        onChange={onChoose}
        options={offered.map((value) => ({ value, label: t(`choices.short.${value}`) }))}
        className="relative w-fit"
      />
    </Row>
  );
}

/** What becomes of the run by the choice. */
function Fate({ row, zone, now, choice }: Omit<TouchedRowProps, "mayMove" | "onChoose">) {
  const t = useTranslations("automations.touched.fate");
  const { newAt, becomes } = row;
  if (choice === "cancel")
    return (
      <Badge tone="idle" icon={Ban}>
        {t("cancelled")}
      </Badge>
    );
  if (choice === "keep" || !newAt) return <span className="text-ink-2">{t("kept")}</span>;
  const at = <When at={newAt} zone={zone} now={now} look="short" />;
  if (becomes === "moves") return <span className="font-medium">{at}</span>;
  const icon = becomes === "skipped" ? SkipForward : Clock;
  return (
    <span className="min-w-0">
      <Badge tone="warn" icon={icon}>
        {t(becomes === "skipped" ? "skipped" : "atOnce")}
      </Badge>
      <span className="block text-note text-ink-2">{t.rich("past", { at: () => at })}</span>
    </span>
  );
}
