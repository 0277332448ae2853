import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import type { FailedSinceRed } from "@/lib/activity/failed-queries";
import type { ConfigFault, ListedIntegration } from "@/lib/integrations/usage-queries";
import type { ToolCard } from "@/lib/tools/card";
import { ConnectionStatus } from "../connection-status";
import { IntegrationsDrawing } from "../drawings/integrations";
import { ToolMark } from "../tool-mark";
import { ButtonLink } from "../ui/button-link";
import { Empty } from "../ui/empty";
import { Row, RowControls, Rows, RowText } from "../ui/rows";
import { ConnectionCell } from "./connection-cell";
import { IntegrationControls } from "./integration-controls";
import type { RowActions } from "./row-actions";

const COLUMNS = "2rem minmax(0,1fr) minmax(0,1.6fr) 9.5rem 11rem";
const PHONE = "2rem minmax(0,1fr)";

type Props = {
  rows: readonly ListedIntegration[];
  faults: readonly ConfigFault[];
  failed: readonly FailedSinceRed[];
  tools: readonly ToolCard[];
  at: string;
  zone: string;
  now: Date;
  mayWrite: boolean;
  actions: RowActions;
};

export function IntegrationRows(props: Props) {
  const { rows, faults, failed, tools, at, zone, now, mayWrite, actions } = props;
  const t = useTranslations("integrations");
  const ready = tools.filter(({ needsAccount }) => !needsAccount);
  return (
    <>
      {rows.length === 0 ? (
        <Empty
          drawing={<IntegrationsDrawing />}
          title={t("empty.title")}
          action={
            mayWrite ? (
              <ButtonLink href={`${at}?new`} variant="primary" icon={<Plus aria-hidden />}>
                {t("create")}
              </ButtonLink>
            ) : null
          }
        >
          {t("empty.text")}
        </Empty>
      ) : null}
      <Rows
        label={t("title")}
        columns={COLUMNS}
        phoneColumns={PHONE}
        head={["", t("columns.integration"), t("columns.connection"), t("columns.used"), ""]}
      >
        {rows.map((row) => {
          const tool = tools.find(({ id }) => id === row.tool);
          if (!tool) return null;
          return (
            <Row key={row.id} align="top">
              <ToolMark mark={tool.mark} />
              <RowText strong note={tool.name}>
                {row.name}
              </RowText>
              <ConnectionCell
                row={row}
                tool={tool.name}
                faults={faults.filter(({ integrationId }) => integrationId === row.id)}
                failed={failed.find(({ integrationId }) => integrationId === row.id)}
                zone={zone}
                now={now}
              />
              <div className="text-small text-ink-2 max-md:col-start-2">
                <span className="md:hidden">{t("columns.used")} </span>
                {t("usedBy", { count: row.automations })}
                {row.openRuns > 0 ? (
                  <span className="block">{t("openRuns", { count: row.openRuns })}</span>
                ) : null}
              </div>
              {mayWrite ? (
                <IntegrationControls
                  integration={{ id: row.id, name: row.name }}
                  broken={row.connection === "broken" || row.connection === "paused"}
                  wrongKey={row.fault === "auth"}
                  signing={signingOf(tool)}
                  at={at}
                  actions={actions}
                />
              ) : null}
            </Row>
          );
        })}
        {ready.map((tool) => (
          <Row key={tool.id} align="top">
            <ToolMark mark={tool.mark} />
            <RowText strong note={t("builtIn")}>
              {tool.name}
            </RowText>
            <div className="max-md:col-start-2">
              <ConnectionStatus connection="ready" />
              <p className="text-pretty text-small text-ink-2">{t("readyNote")}</p>
            </div>
            <span className="max-md:hidden" />
            <RowControls className="max-md:col-start-2">
              {mayWrite ? (
                <ButtonLink href="/automations/new" size="small">
                  {t("useInAutomation")}
                </ButtonLink>
              ) : null}
            </RowControls>
          </Row>
        ))}
      </Rows>
    </>
  );
}

/** The field whose secret we made, where the tool has one. */
const signingOf = ({ credentials }: ToolCard) =>
  Object.keys(credentials).find((field) => credentials[field]?.kind === "signing");
