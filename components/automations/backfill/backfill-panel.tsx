"use client";

import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import type { BackfillInput } from "@/lib/runs/backfill/input";
import { isOpen } from "@/lib/runs/backfill/status";
import { Button } from "../../ui/button";
import type { BackfillActions, ProgressNow } from "./backfill-actions";
import { ProgressCard } from "./progress-card";
import { useProgress } from "./use-progress";

const LatePreview = lazy(async () => ({
  default: (await import("./preview-dialog")).PreviewDialog,
}));

export interface BackfillPanelProps extends BackfillActions {
  asked: Omit<BackfillInput, "chosen">;
  first: ProgressNow;
  zone: string;
  /** The ticked events. */
  chosen: ReadonlySet<string>;
  /** Whether one can be begun, or why not. */
  state: "ready" | "off" | "before" | "viewer" | "nobody";
  /** Called when the rows may have become others. */
  onChanged(): void;
}

/** Past customers: how far the last backfill is, or how to begin one. */
export function BackfillPanel(props: BackfillPanelProps) {
  const { asked, first, zone, state, read, steer, onChanged } = props;
  const { progress, now, look } = useProgress(asked.automationId, first, read);
  const changed = async () => {
    await look();
    onChanged();
  };
  return (
    <>
      {progress ? (
        <ProgressCard
          {...{ progress, zone, now, steer }}
          maySteer={state !== "viewer"}
          onSteered={changed}
        />
      ) : null}
      {progress && isOpen(progress) ? null : <Begin {...props} onStarted={changed} />}
    </>
  );
}

function Begin({
  asked,
  chosen,
  state,
  preview,
  start,
  onStarted,
}: BackfillPanelProps & { onStarted(): void }) {
  const t = useTranslations("history.backfill");
  const [previewed, look] = useState<BackfillInput | null>(null);
  if (state === "viewer" || state === "nobody") return null;
  if (state !== "ready") return <p className="mt-4 text-ink-2">{t(state)}</p>;
  const ids = [...chosen];
  return (
    <div className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2">
      <Button onClick={() => look({ ...asked, chosen: ids.length > 0 ? ids : null })}>
        {ids.length > 0 ? t("chosen", { count: ids.length }) : t("all")}
      </Button>
      <p className="text-ink-2">{t("lead")}</p>
      {previewed ? (
        <Suspense>
          <LatePreview
            {...{ asked: previewed, preview, start }}
            onOpenChange={(open) => open || look(null)}
            onStarted={() => {
              look(null);
              onStarted();
            }}
          />
        </Suspense>
      ) : null}
    </div>
  );
}
