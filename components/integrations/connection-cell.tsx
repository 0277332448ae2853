import { CircleX, TriangleAlert } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { UNSUCCESSFUL_CHOICE } from "@/lib/activity/choice";
import type { FailedSinceRed } from "@/lib/activity/failed-queries";
import type { ConfigFault, ListedIntegration } from "@/lib/integrations/usage-queries";
import { readWords } from "@/lib/tools/words";
import { ConnectionStatus } from "../connection-status";
import { TextLink } from "../ui/text-link";
import { When } from "../when";
import { useReason } from "./reason";

type Props = {
  row: ListedIntegration;
  tool: string;
  faults: readonly ConfigFault[];
  failed: FailedSinceRed | undefined;
  zone: string;
  now: Date;
};

/** Green or red, why, and when that was found out. What an automation chose and is gone is amber. */
export function ConnectionCell({ row, tool, faults, failed, zone, now }: Props) {
  const t = useTranslations("integrations");
  const reason = useReason();
  const sound = row.connection === "connected";
  return (
    <div className="min-w-0 max-md:col-start-2">
      <ConnectionStatus connection={row.connection} />
      <p className="text-pretty text-small text-ink-2 wrap-anywhere">
        {sound || row.connection === "unchecked" ? null : <>{reason({ ...row, tool })} </>}
        {row.checkedAt ? (
          <>
            {t("checked")} <When at={row.checkedAt} zone={zone} now={now} look="sentence" />.
          </>
        ) : null}
        {sound && row.account ? ` ${t("account", { account: row.account })}` : null}
      </p>
      {faults.map((fault) => (
        <ConfigLine key={fault.automationId} fault={fault} />
      ))}
      {failed ? <FailedLine failed={failed} /> : null}
    </div>
  );
}

/** What failed while it was red waits for a look, also once it is green. */
function FailedLine({ failed: { integrationId, since, count } }: { failed: FailedSinceRed }) {
  const t = useTranslations("activity.again");
  const query = new URLSearchParams({
    status: UNSUCCESSFUL_CHOICE,
    integration: integrationId,
    since: String(since.getTime()),
  });
  return (
    <p className="mt-1 flex gap-1.5 text-small">
      <CircleX aria-hidden className="mt-0.5 size-4 shrink-0 text-bad" />
      <TextLink href={`/activity?${query}`}>{t("failed", { count })}</TextLink>
    </p>
  );
}

function ConfigLine({ fault }: { fault: ConfigFault }) {
  const t = useTranslations("integrations");
  const locale = useLocale();
  const said = fault.words ? readWords(fault.words, locale) : undefined;
  return (
    <p className="mt-1 flex gap-1.5 text-small text-warn">
      <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span className="min-w-0 text-pretty wrap-anywhere">
        {t("configFault")}{" "}
        <TextLink href={`/automations/${fault.automationId}`} className="text-warn">
          {fault.name}
        </TextLink>
        {said ? `. ${said.ours ? said.text : t("reason.said", { words: said.text })}` : "."}
      </span>
    </p>
  );
}
