"use client";

import { RotateCcw } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { REPEATABLE, UNSUCCESSFUL } from "@/lib/runs/status";
import { Button, IconButton } from "../ui/button";
import { RerunDialog, type StartAll } from "./rerun-dialog";
import { RunRows, type ShownRun } from "./run-rows";

interface CustomerPastProps {
  runs: readonly ShownRun[];
  label: string;
  zone: string;
  now: Date;
  startAll: StartAll;
}

/** What ran for one customer; what came to nothing can be started again, one by one or all that failed. */
export function CustomerPast({ runs, label, zone, now, startAll }: CustomerPastProps) {
  const t = useTranslations("activity.customer");
  const [asked, ask] = useState<readonly ShownRun[]>([]);
  const failed = runs.filter(({ status }) => UNSUCCESSFUL.includes(status));
  return (
    <>
      {failed.length > 1 ? (
        <div className="border-b py-2.5">
          <Button size="small" icon={<RotateCcw aria-hidden />} onClick={() => ask(failed)}>
            {t("againAll", { count: failed.length })}
          </Button>
        </div>
      ) : null}
      <RunRows
        withoutCustomer
        {...{ runs, label, zone, now }}
        menu={(run) =>
          REPEATABLE.includes(run.status) ? (
            <IconButton
              label={t("again", { automation: run.automation })}
              onClick={() => ask([run])}
            >
              <RotateCcw aria-hidden />
            </IconButton>
          ) : null
        }
      />
      <RerunDialog
        open={asked.length > 0}
        onOpenChange={(open) => (open ? undefined : ask([]))}
        runs={asked}
        {...{ zone, now, startAll }}
        onStarted={() => ask([])}
      />
    </>
  );
}
