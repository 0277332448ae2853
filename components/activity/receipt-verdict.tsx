import { MailCheck } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { formatMoment, formatMomentInSentence } from "@/lib/format-date";
import { RunStatusIcon } from "../run-status";
import { Badge } from "../ui/badge";
import { ButtonLink } from "../ui/button-link";
import { Notice } from "../ui/notice";
import { useReason } from "./reason";
import { isRetrying, type ShownReceipt } from "./receipt";
import { useDeedWords } from "./run-rows";

interface VerdictProps {
  receipt: ShownReceipt;
  zone: string;
  now: Date;
}

const FAULTS = ["auth", "config", "rate_limited", "unavailable", "unknown", "bug"] as const;

const faultOf = (fault: string | null) => FAULTS.find((known) => known === fault) ?? "bug";

/** How it ended in one sentence, and the proof under it. */
export function Verdict(props: VerdictProps) {
  const { status } = props.receipt;
  const words = useVerdictWords(props);
  return (
    <div className="grid grid-cols-[2rem_minmax(0,1fr)] gap-x-4 pb-6">
      <RunStatusIcon status={status} className="mt-0.5 size-7" />
      <div className="min-w-0">
        <h1 className="text-balance text-say wrap-anywhere max-md:text-[1.25rem]/7 md:leading-8">
          {words}
        </h1>
        <div className="mt-1.5 text-ink-2">
          <Proof {...props} />
        </div>
      </div>
    </div>
  );
}

function useVerdictWords({ receipt, zone, now }: VerdictProps): string {
  const t = useTranslations("activity");
  const locale = useLocale();
  const reason = useReason();
  const { status, dueAt, wakeAt, verdict } = receipt;
  const customer = receipt.customer.name ?? receipt.customer.email;
  const tool = receipt.tool.name;
  const retrying = isRetrying(receipt);
  const at = retrying && wakeAt ? wakeAt : dueAt;
  return t(retrying ? "verdict.retrying" : `verdict.${status}`, {
    customer,
    tool,
    verdict,
    when: retrying
      ? formatMomentInSentence(at, { locale, zone, now })
      : formatMoment(at, { locale, zone, now }),
    cause: t(`cause.${faultOf(receipt.fault)}`, { tool }),
    reason: reason(receipt.reason),
  });
}

function Proof({ receipt, zone, now }: VerdictProps): ReactNode {
  const t = useTranslations("activity.proof");
  const locale = useLocale();
  const deed = useDeedWords(receipt.deed);
  const { confirmedAt, status, wakeAt, finishedAt, sentence } = receipt;
  const when = (at: Date) => formatMomentInSentence(at, { locale, zone, now });
  if (confirmedAt)
    return (
      <Badge tone="ok" icon={MailCheck} className="whitespace-normal">
        {t("confirmed", { tool: receipt.tool.name, when: when(confirmedAt) })}
      </Badge>
    );
  if (status === "accepted" && wakeAt) return t("accepted", { when: when(wakeAt) });
  return finishedAt ? t("ended", { deed, when: when(finishedAt) }) : sentence;
}

/** Whose turn it is, and what helps; absent where nothing is to be done. */
export function Turn({ receipt, zone, now }: VerdictProps) {
  const t = useTranslations("activity");
  const locale = useLocale();
  const { status, wakeAt, integration, words } = receipt;
  const tool = receipt.tool.name;
  const turn = turnOf(receipt);
  if (!turn) return null;
  const when = wakeAt ? formatMomentInSentence(wakeAt, { locale, zone, now }) : "";
  const said = words && (words.ours ? words.text : t("said", { tool, words: words.text }));
  return (
    <Notice
      tone={status === "failed" ? "bad" : status === "waiting" ? "info" : "warn"}
      title={t(`turn.${turn}.title`)}
      action={<Help turn={turn} receipt={receipt} />}
      className="mb-7"
    >
      {said ? <p>{said}</p> : null}
      <p>{t(`turn.${turn}.text`, { tool, when, integration: integration?.name ?? tool })}</p>
    </Notice>
  );
}

function turnOf(receipt: ShownReceipt) {
  const { status, fault } = receipt;
  if (status === "refused" || status === "unknown") return status;
  if (status === "failed") return faultOf(fault);
  return isRetrying(receipt) ? ("retrying" as const) : undefined;
}

function Help({ turn, receipt }: { turn: string; receipt: ShownReceipt }) {
  const t = useTranslations("activity.turn");
  const { integration, automation } = receipt;
  if (turn === "auth" && integration && !integration.deleted)
    return (
      <ButtonLink href={`/integrations/${integration.id}`} variant="primary" size="small">
        {t("auth.action")}
      </ButtonLink>
    );
  if (turn === "config" && !automation.deleted)
    return (
      <ButtonLink href={`/automations/${automation.id}`} size="small">
        {t("config.action")}
      </ButtonLink>
    );
  return null;
}
