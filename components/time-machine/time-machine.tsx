"use client";

import { Clock } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { formatShortMoment } from "@/lib/format-date";
import { Dialog } from "../ui/dialog";
import { Skeleton } from "../ui/skeleton";
import type { TimeMachineProps } from "./props";

const LateForm = lazy(async () => ({ default: (await import("./leap-form")).LeapForm }));
const LateArrivals = lazy(async () => ({ default: (await import("./arrivals")).Arrivals }));

/** Of a demo only: moves the shop ahead, so that what waits for its moment comes while one watches. */
export function TimeMachine({ now, zone, moved, ...actions }: TimeMachineProps) {
  const t = useTranslations("time-machine");
  const locale = useLocale();
  const [open, setOpen] = useState(false);
  const [landed, setLanded] = useState<Date>();
  function change(next: boolean) {
    setOpen(next);
    if (next) setLanded(undefined);
  }
  return (
    <Dialog
      size="small"
      open={open}
      onOpenChange={change}
      title={landed ? t("landed.title") : t("title")}
      description={landed ? undefined : t("lead")}
      closeLabel={t("close")}
      trigger={
        <button
          type="button"
          className="grid w-full grid-cols-[1.75rem_minmax(0,1fr)] items-center gap-2.5 rounded-control p-2 text-left text-ink-2 transition-colors hover:bg-ink/5"
        >
          <Clock aria-hidden className="mx-auto size-4 text-ink-3" />
          <span className="min-w-0">
            <span className="block truncate text-small">{t("open")}</span>
            {moved ? (
              <span className="block truncate text-note text-ink-3">
                {t("present", { when: formatShortMoment(now, { locale, zone, now }) })}
              </span>
            ) : null}
          </span>
        </button>
      }
    >
      <Suspense fallback={<Skeleton className="h-60" />}>
        {landed ? (
          <LateArrivals at={landed} zone={zone} seeComing={actions.seeComing} />
        ) : (
          <LateForm zone={zone} {...actions} now={now} onLanded={setLanded} />
        )}
      </Suspense>
    </Dialog>
  );
}
