import { CircleCheck } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { formatMomentInSentence } from "@/lib/format-date";
import { RunStatusIcon } from "../run-status";
import { Badge } from "../ui/badge";
import { ButtonLink } from "../ui/button-link";
import { Section } from "../ui/section";
import { TextLink } from "../ui/text-link";

const FAULTS = ["auth", "config", "rate_limited", "unavailable", "unknown", "bug"] as const;
export type CauseFault = (typeof FAULTS)[number];

export const faultNamed = (fault: string | null): CauseFault =>
  FAULTS.find((known) => known === fault) ?? "bug";

/** Failures that one deed mends. */
export interface ShownCause {
  status: "failed" | "unknown";
  fault: CauseFault;
  customers: number;
  since: Date;
  tool: string;
  /** What had been chosen, as the tool called it. */
  what?: string;
  automation: { id: string; name: string; deleted: boolean };
  /** `works`: its connection has come back since. */
  account?: { id: string; name: string; works: boolean; deleted: boolean };
}

interface CausesProps {
  causes: readonly ShownCause[];
  zone: string;
  now: Date;
}

export function Causes({ causes, zone, now }: CausesProps) {
  const t = useTranslations("start.causes");
  return (
    <Section
      title={t("title")}
      note={t("note")}
      aside={<TextLink href="/activity">{t("all")}</TextLink>}
    >
      {causes.length === 0 ? (
        <p className="border-b py-4">
          <Badge tone="ok" icon={CircleCheck} className="font-normal">
            {t("none")}
          </Badge>
        </p>
      ) : (
        <ul>
          {causes.map((cause) => (
            <li
              key={`${cause.fault}/${cause.automation.id}/${cause.status}`}
              className="grid grid-cols-[1.25rem_minmax(0,1fr)] items-start gap-x-4 gap-y-3 border-b py-4 md:grid-cols-[1.25rem_minmax(0,1fr)_auto]"
            >
              <RunStatusIcon status={cause.status} className="mt-px size-5" />
              <Told cause={cause} zone={zone} now={now} />
              <div className="max-md:col-start-2">
                <Help cause={cause} />
              </div>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Told({ cause, zone, now }: Omit<CausesProps, "causes"> & { cause: ShownCause }) {
  const t = useTranslations("start.causes");
  const locale = useLocale();
  const { fault, tool, what, account, customers, automation } = cause;
  const since = formatMomentInSentence(cause.since, { locale, zone, now });
  const title =
    fault === "config" && what
      ? t("configWhat", { tool, what })
      : t(fault, { tool, account: account?.name ?? tool });
  return (
    <div className="min-w-0 text-pretty">
      <p className="font-medium wrap-anywhere">{title}</p>
      <p className="text-ink-2 wrap-anywhere">
        {t("who", { customers, since, automation: automation.name })}{" "}
        {fault === "unknown" ? t("unknownNote") : null}
        {fault === "auth" && account?.works ? t("healed") : null}
      </p>
    </div>
  );
}

/** The one button that helps. */
function Help({ cause: { fault, status, automation, account } }: { cause: ShownCause }) {
  const t = useTranslations("start.causes");
  const runs = `/activity?status=${status}&automation=${automation.id}`;
  if (fault === "auth" && account && !account.works && !account.deleted)
    return (
      <ButtonLink href={`/integrations/${account.id}`} variant="primary" size="small">
        {t("authHelp")}
      </ButtonLink>
    );
  if (fault === "config" && !automation.deleted)
    return (
      <ButtonLink href={`/automations/${automation.id}`} size="small">
        {t("configHelp")}
      </ButtonLink>
    );
  return (
    <ButtonLink href={runs} size="small">
      {t(status === "unknown" ? "decide" : "see")}
    </ButtonLink>
  );
}
