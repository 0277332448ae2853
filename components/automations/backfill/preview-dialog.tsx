"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { ActionResult } from "@/lib/action";
import { formatDuration } from "@/lib/format";
import type { BackfillInput } from "@/lib/runs/backfill/input";
import type { Preview } from "@/lib/runs/backfill/status";
import { Button } from "../../ui/button";
import { Close } from "../../ui/close";
import { Dialog } from "../../ui/dialog";
import { Notice } from "../../ui/notice";
import { SkeletonRows } from "../../ui/skeleton";
import { useDeed } from "../../use-deed";
import type { BackfillActions } from "./backfill-actions";

interface PreviewDialogProps {
  asked: BackfillInput;
  onOpenChange(open: boolean): void;
  preview: BackfillActions["preview"];
  start: BackfillActions["start"];
  onStarted(): void;
}

/** How many, when and how long, before anything happens. */
export function PreviewDialog({
  asked,
  onOpenChange,
  preview,
  start,
  onStarted,
}: PreviewDialogProps) {
  const t = useTranslations("history.backfill");
  const looked = usePreview(asked, preview);
  const { run, pending, refusal } = useDeed(start, onStarted);
  const refused = refusal ?? (looked?.ok === false ? looked.message : undefined);
  const nobody = !looked?.ok || looked.data.atMost === 0;
  return (
    <Dialog
      open
      onOpenChange={(open) => !pending && onOpenChange(open)}
      title={t("ask")}
      closeLabel={t("close")}
      foot={
        <>
          <span className="flex-1" />
          <Close>
            <Button disabled={pending}>{t("back")}</Button>
          </Close>
          <Button
            variant="primary"
            pending={pending}
            pendingLabel={t("starting")}
            disabled={nobody}
            onClick={() => run(asked)}
          >
            {t("start")}
          </Button>
        </>
      }
    >
      {refused ? (
        <Notice tone="bad" live>
          {refused}
        </Notice>
      ) : null}
      {looked?.ok ? <Said {...looked.data} /> : null}
      {looked ? null : <SkeletonRows rows={3} label={t("counting")} />}
    </Dialog>
  );
}

function usePreview(asked: BackfillInput, preview: BackfillActions["preview"]) {
  const words = useTranslations("errors");
  const offline = words("offline");
  const [looked, setLooked] = useState<ActionResult<Preview>>();
  useEffect(() => {
    let stale = false;
    preview(asked)
      .catch(() => ({ ok: false as const, message: offline }))
      .then((result) => !stale && setLooked(result));
    return () => {
      stale = true;
    };
  }, [asked, preview, offline]);
  return looked;
}

function Said({ atLeast, atMost, cut, perMinute, seconds, tool, limit }: Preview) {
  const t = useTranslations("history.backfill");
  const locale = useLocale();
  if (atMost === 0) return <p>{t("count", { count: 0 })}</p>;
  const duration = formatDuration(seconds * 1000, locale);
  return (
    <div aria-live="polite" className="grid gap-3 text-pretty">
      <p className="font-medium">
        {atLeast === atMost
          ? t("count", { count: atMost })
          : t("between", { least: atLeast, most: atMost })}{" "}
        {cut ? t("cut", { most: atMost }) : null}
      </p>
      <p>
        {limit ? t("limit", { tool, ...limit }) : t("paceFree")}{" "}
        {t("pace", { count: perMinute, duration })}
      </p>
      <p>{t("when")}</p>
      <p className="text-ink-2">{t("checks")}</p>
    </div>
  );
}
