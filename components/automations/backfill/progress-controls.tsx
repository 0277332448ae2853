"use client";

import { Pause, Play } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { isOpen, type Progress } from "@/lib/runs/backfill/status";
import { DeedConfirm } from "../../deed-confirm";
import { Button } from "../../ui/button";
import { useDeed } from "../../use-deed";
import type { BackfillActions } from "./backfill-actions";
import { isUnderWay } from "./use-progress";

interface ProgressControlsProps {
  progress: Progress;
  maySteer: boolean;
  steer: BackfillActions["steer"];
  onSteered(): void;
}

/** Pause, resume, stop: as long as there is something to hold back. */
export function ProgressControls({ progress, maySteer, steer, onSteered }: ProgressControlsProps) {
  const t = useTranslations("history.backfill");
  const { run, pending, refusal } = useDeed(steer, onSteered);
  const [asks, ask] = useState(false);
  if (!maySteer || progress.status === "stopped" || !isUnderWay(progress)) return null;
  const { id: backfillId, status } = progress;
  const paused = status === "paused";
  return (
    <div className="mt-4 flex flex-wrap items-center gap-2">
      {isOpen(progress) ? (
        <Button
          size="small"
          icon={paused ? <Play aria-hidden /> : <Pause aria-hidden />}
          pending={pending}
          pendingLabel={t(paused ? "resuming" : "pausing")}
          onClick={() => run({ backfillId, to: paused ? "running" : "paused" })}
        >
          {t(paused ? "resume" : "pause")}
        </Button>
      ) : null}
      <Button size="small" variant="danger" onClick={() => ask(true)}>
        {t("stop")}
      </Button>
      <DeedConfirm
        open={asks}
        onOpenChange={ask}
        title={t("stopAsk")}
        description={t("stopText")}
        confirmLabel={t("stop")}
        pendingLabel={t("stopping")}
        cancelLabel={t("stopCancel")}
        danger
        action={steer}
        input={{ backfillId, to: "stopped" }}
        onDone={() => {
          ask(false);
          onSteered();
        }}
      />
      {refusal ? (
        <span role="alert" className="text-small text-bad">
          {refusal}
        </span>
      ) : null}
    </div>
  );
}
