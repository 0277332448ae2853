"use client";

import { CircleCheck, CirclePause, CircleStop, LoaderCircle } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { formatNumber } from "@/lib/format";
import { formatMomentInSentence } from "@/lib/format-date";
import type { Progress } from "@/lib/runs/backfill/status";
import { Badge } from "../../ui/badge";
import { Card, CardPart } from "../../ui/card";
import type { BackfillActions } from "./backfill-actions";
import { ProgressControls } from "./progress-controls";

const LOOKS = {
  running: { tone: "idle", icon: LoaderCircle },
  paused: { tone: "warn", icon: CirclePause },
  stopped: { tone: "idle", icon: CircleStop },
  done: { tone: "ok", icon: CircleCheck },
} as const;

interface ProgressCardProps {
  progress: Progress;
  zone: string;
  now: Date;
  maySteer: boolean;
  steer: BackfillActions["steer"];
  onSteered(): void;
}

/** How far a backfill is, in words and figures, and what can be done about it. */
export function ProgressCard({ progress, zone, now, ...controls }: ProgressCardProps) {
  const t = useTranslations("history.backfill");
  const locale = useLocale();
  const { status, reason, planned, expected, endsAt, startedAt, by } = progress;
  const { tone, icon } = LOOKS[status];
  const moment = (at: Date) => formatMomentInSentence(at, { locale, zone, now });
  const started = { when: moment(startedAt) };
  return (
    <Card className="mt-5">
      <CardPart>
        <div className="mb-2 flex flex-wrap items-center gap-3">
          <h2 className="text-section">{t("title")}</h2>
          <Badge tone={tone} icon={icon} turning={status === "running"} boxed>
            {t(`status.${status}`)}
          </Badge>
        </div>
        <p className="text-pretty">
          {status === "running" || status === "paused"
            ? t("planned", { planned, expected })
            : t("plannedAll", { planned })}{" "}
          {endsAt ? t("ends", { when: moment(endsAt) }) : null}
          {status === "paused" ? t("pausedNote") : null}
          {status === "stopped" && isKnown(reason) ? t(`reason.${reason}`) : null}
        </p>
        <Bar {...progress} />
        <Counts {...progress} />
        <p className="mt-3 text-small text-ink-2">
          {by ? t("by", { ...started, name: by }) : t("started", started)}
        </p>
        <ProgressControls progress={progress} {...controls} />
      </CardPart>
    </Card>
  );
}

const REASONS = ["automationEdited", "automationOff", "automationDeleted"] as const;
const isKnown = (reason: string | null): reason is (typeof REASONS)[number] =>
  REASONS.some((each) => each === reason);

const ended = ({ done, failed, spared }: Progress) => done + failed + spared;
const left = ({ status, expected, planned }: Progress) =>
  status === "running" || status === "paused" ? Math.max(0, expected - planned) : 0;

function Bar(progress: Progress) {
  const t = useTranslations("history.backfill");
  const all = Math.max(1, ended(progress) + progress.open + left(progress));
  const share = Math.round((ended(progress) / all) * 100);
  return (
    <div
      role="progressbar"
      aria-label={t("progress")}
      aria-valuenow={share}
      aria-valuemin={0}
      aria-valuemax={100}
      className="my-3 h-2 overflow-hidden rounded-full bg-idle-soft"
    >
      <div className="h-full bg-accent" style={{ width: `${share}%` }} />
    </div>
  );
}

function Counts(progress: Progress) {
  const t = useTranslations("history.backfill.counts");
  const locale = useLocale();
  const { done, failed, spared, open } = progress;
  const figures = { done, failed, spared, open, left: left(progress) };
  return (
    <dl className="flex flex-wrap gap-x-6 gap-y-1">
      {(["done", "failed", "spared", "open", "left"] as const).map((kind) => (
        <div key={kind} className="flex items-baseline gap-1.5">
          <dt className="text-small text-ink-2">{t(kind)}</dt>
          <dd className="font-medium tabular-nums">{formatNumber(figures[kind], locale)}</dd>
        </div>
      ))}
    </dl>
  );
}
