"use client";

import { Play } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ActionResult } from "@/lib/action";
import { RUNS_AGAIN_AT_MOST } from "@/lib/runs/status";
import { Button } from "../ui/button";
import { Checkbox } from "../ui/checkbox";
import { useToast } from "../ui/toast";
import { useDeed } from "../use-deed";
import { RerunDialog, type StartAll } from "./rerun-dialog";
import type { Filters } from "./run-filters";
import { RunRows, type ShownRun } from "./run-rows";

interface RerunListProps {
  runs: readonly ShownRun[];
  label: string;
  zone: string;
  now: Date;
  filters: Filters;
  /** There are more than this page. */
  pages: boolean;
  matching(filters: Filters): Promise<ActionResult<ShownRun[]>>;
  startAll: StartAll;
}

/** Runs that came to nothing, to be looked at and started again together. What is chosen stays so on other pages. */
export function RerunList({ filters, pages, matching, startAll, ...list }: RerunListProps) {
  const t = useTranslations("activity.again");
  const { chosen, toggle, togglePage, choose } = useChosen();
  const [asking, ask] = useState(false);
  const { show } = useToast();
  const everything = useDeed(matching, choose, (text) => show({ text, tone: "bad" }));
  const here = list.runs.filter(({ id }) => chosen.has(id)).length;
  return (
    <>
      <div className="flex min-h-10 flex-wrap items-center gap-x-4 gap-y-1 pb-2">
        <Checkbox
          label={t("selectAll")}
          checked={here === list.runs.length}
          indeterminate={here > 0 && here < list.runs.length}
          onCheckedChange={(all) => togglePage(list.runs, all)}
        />
        {pages ? (
          <Button
            variant="ghost"
            size="small"
            pending={everything.pending}
            pendingLabel={t("looking")}
            onClick={() => everything.run(filters)}
          >
            {t("matching", { most: RUNS_AGAIN_AT_MOST })}
          </Button>
        ) : null}
      </div>
      <RunRows
        {...list}
        selection={{ has: ({ id }) => chosen.has(id), toggle: (run) => toggle(run) }}
      />
      {chosen.size > 0 ? (
        <div className="sticky bottom-4 z-10 mt-4 flex flex-wrap items-center gap-2 rounded-card border border-line-strong bg-raised px-4 py-2.5 shadow-float">
          <p role="status" className="mr-auto font-medium">
            {t("chosen", { count: chosen.size })}
          </p>
          <Button variant="ghost" onClick={() => choose([])}>
            {t("clear")}
          </Button>
          <Button variant="primary" icon={<Play aria-hidden />} onClick={() => ask(true)}>
            {t("open")}
          </Button>
        </div>
      ) : null}
      <RerunDialog
        open={asking}
        onOpenChange={ask}
        runs={[...chosen.values()].slice(0, RUNS_AGAIN_AT_MOST)}
        zone={list.zone}
        now={list.now}
        startAll={startAll}
        onStarted={() => choose([])}
      />
    </>
  );
}

function useChosen() {
  const [chosen, set] = useState<ReadonlyMap<string, ShownRun>>(new Map());
  const choose = (runs: readonly ShownRun[]) => set(new Map(runs.map((run) => [run.id, run])));
  const togglePage = (runs: readonly ShownRun[], on: boolean) =>
    set((before) => {
      const after = new Map(before);
      for (const run of runs) {
        if (on) after.set(run.id, run);
        else after.delete(run.id);
      }
      return after;
    });
  const toggle = (run: ShownRun) => togglePage([run], !chosen.has(run.id));
  return { chosen, choose, toggle, togglePage };
}
