import {
  Ban,
  CalendarClock,
  CircleCheck,
  CircleQuestionMark,
  CircleX,
  Clock,
  Inbox,
  LoaderCircle,
  type LucideIcon,
  MailCheck,
  ShoppingBag,
  SkipForward,
  UserX,
} from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { formatDuration } from "@/lib/format";
import { formatMomentInSentence } from "@/lib/format-date";
import type { Tone } from "../ui/badge";
import { Code, Fold } from "../ui/fold";
import { TextLink } from "../ui/text-link";
import { ExchangeFolds, pretty } from "./exchange";
import { useReason } from "./reason";
import { isRetrying, type ShownAttempt, type ShownReceipt } from "./receipt";
import { useDeedWords } from "./run-rows";
import { Gap, Step } from "./steps";

/** Requests of one attempt that are drawn; a tool with many pages makes more of them. */
const EXCHANGES_SHOWN = 20;
const LONG_WAIT_MS = 60_000;

const OUTCOMES: Record<string, { icon: LucideIcon; tone: Tone }> = {
  done: { icon: CircleCheck, tone: "ok" },
  already: { icon: CircleCheck, tone: "ok" },
  accepted: { icon: Inbox, tone: "ok" },
  refused: { icon: UserX, tone: "warn" },
  auth: { icon: CircleX, tone: "bad" },
  config: { icon: CircleX, tone: "bad" },
  bug: { icon: CircleX, tone: "bad" },
  rate_limited: { icon: Clock, tone: "warn" },
  unavailable: { icon: CircleX, tone: "warn" },
  unknown: { icon: CircleQuestionMark, tone: "warn" },
  interrupted: { icon: CircleQuestionMark, tone: "warn" },
  pending: { icon: Clock, tone: "idle" },
};
const UNDER_WAY = { icon: LoaderCircle, tone: "idle" } as const;

interface StepsProps {
  receipt: ShownReceipt;
  zone: string;
  now: Date;
}

/** What happened to a run, from the event that caused it to what comes next. */
export function ReceiptSteps({ receipt, zone, now }: StepsProps) {
  const t = useTranslations("activity.steps");
  const locale = useLocale();
  const { startedAt, createdAt, attempts } = receipt;
  const waited = startedAt ? startedAt.getTime() - createdAt.getTime() : 0;
  return (
    <ol className="border-line-strong border-t">
      <EventStep receipt={receipt} zone={zone} now={now} />
      <PlanStep receipt={receipt} zone={zone} now={now} />
      {waited > LONG_WAIT_MS ? (
        <Gap>{t("waited", { duration: formatDuration(waited, locale) })}</Gap>
      ) : null}
      {attempts.map((attempt) => (
        <AttemptStep key={attempt.number} {...{ attempt, receipt, zone, now }} />
      ))}
      <LastStep receipt={receipt} zone={zone} now={now} />
    </ol>
  );
}

function EventStep({ receipt: { id, event, isSample, trigger }, zone, now }: StepsProps) {
  const t = useTranslations("activity.steps");
  const triggers = useTranslations("automations.trigger");
  const facts = [
    `${event.name}.`,
    isSample ? t("sampleNote") : t(event.signed ? "signed" : "unsigned"),
    event.repeats > 0 && t("repeats", { repeats: event.repeats }),
  ];
  return (
    <Step
      at={event.receivedAt}
      zone={zone}
      now={now}
      icon={ShoppingBag}
      title={t("event", { name: triggers(`${trigger}.name`) })}
    >
      <p>{facts.filter(Boolean).join(" ")}</p>
      {event.order ? (
        <TextLink href={`/orders/${encodeURIComponent(event.order)}`}>
          {t("order", { order: event.order })}
        </TextLink>
      ) : null}
      {event.unmet.length > 0 ? <p>{t("unmet")}</p> : null}
      {event.unmet.map((said) => (
        <p key={said}>{said}</p>
      ))}
      <Fold title={t("raw")}>
        <Code>{pretty(event.raw)}</Code>
      </Fold>
      <a href={`/activity/${id}/event`} className="link w-fit text-small">
        {t("openRaw")}
      </a>
    </Step>
  );
}

function PlanStep({ receipt, zone, now }: StepsProps) {
  const t = useTranslations("activity.steps");
  const locale = useLocale();
  const reason = useReason();
  const { createdAt, dueAt, status, event, version, moment, backfillId } = receipt;
  const skipped = status === "skipped" && receipt.startedAt === null;
  const when = formatMomentInSentence(dueAt, { locale, zone, now });
  const atOnce = dueAt <= createdAt;
  return (
    <Step
      at={createdAt}
      zone={zone}
      now={now}
      icon={skipped ? SkipForward : CalendarClock}
      title={skipped ? t("notPlanned") : atOnce ? t("plannedNow") : t("planned", { when })}
      took={backfillId ? undefined : Math.max(0, createdAt.getTime() - event.receivedAt.getTime())}
    >
      {backfillId ? <p>{t("byBackfill")}</p> : null}
      <p>
        {t("byVersion", { version: version.number, moment })}{" "}
        {skipped ? reason(receipt.reason) : null}
      </p>
    </Step>
  );
}

function AttemptStep({ attempt, receipt, zone, now }: StepsProps & { attempt: ShownAttempt }) {
  const t = useTranslations("activity");
  const deed = useDeedWords(receipt.deed);
  const { outcome, kind, number, startedAt, finishedAt, exchanges } = attempt;
  const look = outcome ? (OUTCOMES[outcome] ?? OUTCOMES.bug ?? UNDER_WAY) : UNDER_WAY;
  const known = outcome && outcome in OUTCOMES ? outcome : outcome ? "bug" : "running";
  const result = t(`outcome.${known as "done"}`);
  const hidden = exchanges.length - EXCHANGES_SHOWN;
  return (
    <Step
      at={startedAt}
      zone={zone}
      now={now}
      icon={kind === "confirm" && outcome === "done" ? MailCheck : look.icon}
      tone={look.tone}
      turning={outcome === null}
      title={
        kind === "act"
          ? t("steps.attempt", { number, result })
          : t("steps.confirmation", { result })
      }
      took={finishedAt ? finishedAt.getTime() - startedAt.getTime() : undefined}
    >
      <p>
        {kind === "act" ? `${deed}.` : null} <Said {...{ attempt, receipt }} />
      </p>
      {exchanges.slice(0, EXCHANGES_SHOWN).map((exchange, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an exchange is its place in the attempt
        <ExchangeFolds key={at} exchange={exchange} />
      ))}
      {hidden > 0 ? <p className="text-small">{t("steps.more", { count: hidden })}</p> : null}
    </Step>
  );
}

function Said({ attempt: { words }, receipt }: { attempt: ShownAttempt; receipt: ShownReceipt }) {
  const t = useTranslations("activity");
  if (!words) return null;
  return words.ours ? words.text : t("said", { tool: receipt.tool.name, words: words.text });
}

/** Where it stands: cancelled, or what comes next and when. */
function LastStep({ receipt, zone, now }: StepsProps) {
  const t = useTranslations("activity.steps");
  const locale = useLocale();
  const reason = useReason();
  const { status, wakeAt, finishedAt } = receipt;
  const when = wakeAt && formatMomentInSentence(wakeAt, { locale, zone, now });
  if (status === "cancelled" && finishedAt)
    return (
      <Step at={finishedAt} zone={zone} now={now} icon={Ban} tone="idle" title={t("cancelled")}>
        {reason(receipt.reason)}
      </Step>
    );
  if (when && isRetrying(receipt))
    return <Step zone={zone} now={now} icon={Clock} tone="idle" title={t("next", { when })} />;
  if (when && status === "accepted")
    return <Step zone={zone} now={now} icon={Clock} tone="idle" title={t("nextCheck", { when })} />;
  return null;
}
