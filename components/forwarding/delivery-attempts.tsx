import { useLocale, useTranslations } from "next-intl";
import { formatDuration } from "@/lib/format";
import type { Exchange } from "@/lib/tools/tool";
import { ExchangeFolds } from "../activity/exchange";
import { When } from "../when";

const OUTCOMES = [
  "done",
  "auth",
  "config",
  "rate_limited",
  "unavailable",
  "unknown",
  "interrupted",
  "bug",
] as const;

export interface ShownTry {
  number: number;
  /** Null: under way. */
  outcome: string | null;
  /** What the receiver said, or we in its place. */
  words?: string;
  exchange: Exchange | null;
  startedAt: Date;
}

interface Props {
  attempts: readonly ShownTry[];
  zone: string;
  now: Date;
}

/** Every try to deliver, the latest first, each with its request and answer. */
export function DeliveryAttempts({ attempts, zone, now }: Props) {
  const t = useTranslations("forwarding.delivery");
  if (attempts.length === 0) return <p className="text-ink-2">{t("noAttempts")}</p>;
  return (
    <ol className="border-line-strong border-t">
      {attempts.map((attempt) => (
        <li key={attempt.number} className="grid gap-2 border-b py-4">
          <div className="flex flex-wrap items-baseline justify-between gap-x-4">
            <h3 className="font-medium">{t("attempt", { number: attempt.number })}</h3>
            <Facts attempt={attempt} zone={zone} now={now} />
          </div>
          <Outcome attempt={attempt} />
          {attempt.exchange ? <ExchangeFolds exchange={attempt.exchange} /> : null}
        </li>
      ))}
    </ol>
  );
}

function Facts({ attempt, zone, now }: { attempt: ShownTry; zone: string; now: Date }) {
  const locale = useLocale();
  const { startedAt, exchange } = attempt;
  return (
    <span className="text-small text-ink-2">
      <When at={startedAt} zone={zone} now={now} look="receipt" />
      {exchange ? ` · ${formatDuration(exchange.ms, locale)}` : null}
    </span>
  );
}

function Outcome({ attempt: { outcome, words } }: { attempt: ShownTry }) {
  const t = useTranslations("forwarding.delivery.outcome");
  const key = outcome === null ? "pending" : (OUTCOMES.find((one) => one === outcome) ?? "bug");
  return (
    <p className="text-pretty wrap-anywhere">
      {t(key)} {words ? <span className="text-ink-2">{words}</span> : null}
    </p>
  );
}
