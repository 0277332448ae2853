import { Unlink } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { plainText, sentenceOf, type Told } from "@/lib/automations/sentence";
import { formatMomentInSentence } from "@/lib/format-date";
import { type ConnectionName, ConnectionStatus } from "../connection-status";
import { RunStatus, type RunStatusName } from "../run-status";
import { type Mark, ToolMark } from "../tool-mark";
import { Row, RowControls, RowLink, Rows } from "../ui/rows";
import { TextLink } from "../ui/text-link";
import type { AutomationActions } from "./automation-actions";
import { AutomationMenu } from "./automation-menu";
import { EnabledSwitch } from "./enabled-switch";

/** An automation as a list tells of it. */
export interface ListedAutomation {
  id: string;
  name: string;
  enabled: boolean;
  /** What it gives stays with the customer when their access ends. */
  neverTaken: boolean;
  told: Told;
  mark: Mark;
  toolName: string;
  account?: { name: string; connection: ConnectionName };
  nextAt?: Date;
  last?: { status: RunStatusName; dueAt: Date };
}

interface AutomationRowsProps extends AutomationActions {
  automations: readonly ListedAutomation[];
  label: string;
  mayEdit: boolean;
  zone: string;
  now: Date;
}

export function AutomationRows({
  automations,
  label,
  mayEdit,
  zone,
  now,
  ...actions
}: AutomationRowsProps) {
  const t = useTranslations("automations");
  return (
    <Rows
      columns="2.25rem minmax(0,1fr) 12.5rem 11.5rem 2rem"
      phoneColumns="2.25rem minmax(0,1fr) 2.5rem"
      label={label}
    >
      {automations.map((automation) => (
        <Row key={automation.id} align="top">
          <RowControls className="h-5 md:justify-start">
            <EnabledSwitch
              automationId={automation.id}
              name={automation.name}
              enabled={automation.enabled}
              disabled={!mayEdit}
              {...actions}
            />
          </RowControls>
          <div className="min-w-0">
            <RowLink href={`/automations/${automation.id}`} className="wrap-anywhere">
              {automation.name}
            </RowLink>
            <p className="text-pretty text-small text-ink-2 wrap-anywhere">
              {plainText(sentenceOf(automation.told, t))}
            </p>
            {automation.neverTaken ? (
              <NeverTaken automationId={automation.id} mayEdit={mayEdit} />
            ) : null}
          </div>
          <Account automation={automation} />
          <RunFacts automation={automation} zone={zone} now={now} />
          <RowControls className="-my-1 max-md:col-start-3 max-md:row-start-1 max-md:-mt-2.5">
            <AutomationMenu
              automationId={automation.id}
              name={automation.name}
              mayEdit={mayEdit}
              {...actions}
            />
          </RowControls>
        </Row>
      ))}
    </Rows>
  );
}

function NeverTaken({ automationId, mayEdit }: { automationId: string; mayEdit: boolean }) {
  const t = useTranslations("versions.mirror");
  return (
    <p className="mt-1 flex gap-1.5 text-pretty text-small text-ink-2">
      <Unlink aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-3" />
      <span>
        {t("text")}{" "}
        {mayEdit ? (
          <TextLink href={`/automations/new?mirror=${automationId}`} className="relative">
            {t("action")}
          </TextLink>
        ) : null}
      </span>
    </p>
  );
}

function Account({ automation: { mark, toolName, account } }: { automation: ListedAutomation }) {
  return (
    <div className="flex min-w-0 items-start gap-2.5 max-md:col-start-2">
      <ToolMark mark={mark} size="small" />
      <div className="min-w-0 text-small">
        <p className="truncate" title={account?.name ?? toolName}>
          {account?.name ?? toolName}
        </p>
        {account ? <ConnectionStatus connection={account.connection} /> : null}
      </div>
    </div>
  );
}

function RunFacts({
  automation: { nextAt, last },
  zone,
  now,
}: {
  automation: ListedAutomation;
  zone: string;
  now: Date;
}) {
  const t = useTranslations("automations.list");
  const locale = useLocale();
  const when = (at: Date) => formatMomentInSentence(at, { locale, zone, now });
  return (
    <div className="text-small text-ink-2 max-md:col-start-2">
      {last ? (
        <p className="flex flex-wrap gap-x-1.5">
          <RunStatus status={last.status} />
          {when(last.dueAt)}
        </p>
      ) : null}
      {nextAt ? <p>{t("next", { when: when(nextAt) })}</p> : null}
      {!last && !nextAt ? <p className="text-ink-3">{t("never")}</p> : null}
    </div>
  );
}
