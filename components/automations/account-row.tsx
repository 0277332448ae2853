"use client";

import { useLocale, useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { formatMomentInSentence } from "@/lib/format-date";
import { ConnectionStatus } from "../connection-status";
import { ButtonLink } from "../ui/button-link";
import { RadioRows } from "../ui/radio-rows";
import { TextLink } from "../ui/text-link";
import { type Account, useEditor, useEditorForm } from "./editor-context";
import { EditorRow, RowError } from "./editor-row";
import { useChooseNewcomer } from "./use-choose";
import { useSheetHref } from "./use-sheet-href";

/** "wybierz konto"; absent where the tool needs none. */
export function AccountRow() {
  const t = useTranslations("automations.editor");
  const { tools, accounts } = useEditor();
  const { control, setValue, formState } = useEditorForm();
  const [toolId, chosen] = useWatch({ control, name: ["tool", "integrationId"] });
  const sheet = useSheetHref();
  useChooseNewcomer(accounts, toolId);
  const tool = tools.find(({ id }) => id === toolId);
  if (!tool)
    return <EditorRow row="integration" title={t("rows.account")} first={t("first.tool")} />;
  if (!tool.needsAccount) return null;
  const offered = accounts
    .filter((account) => account.tool === toolId)
    .toSorted((a, b) => Number(isRed(a)) - Number(isRed(b)));
  const create = sheet({ tool: toolId });
  return (
    <EditorRow row="integration" title={t("rows.account")}>
      {offered.length === 0 ? (
        <div className="grid justify-items-start gap-3 pt-2">
          <p className="text-ink-2">{t("noAccounts", { tool: tool.name })}</p>
          <ButtonLink href={create} size="small" scroll={false} className="locked:hidden">
            {t("createIntegration")}
          </ButtonLink>
        </div>
      ) : (
        <>
          <div className="flex items-baseline justify-between gap-4 pt-2">
            <p id="account-label" className="text-small font-medium">
              {t("chooseAccount")}
            </p>
            <TextLink href={create} scroll={false} className="locked:hidden">
              {t("createIntegration")}
            </TextLink>
          </div>
          <RadioRows
            aria-labelledby="account-label"
            value={chosen}
            onChange={(next) =>
              setValue("integrationId", next, {
                shouldDirty: true,
                shouldValidate: formState.isSubmitted,
              })
            }
            options={offered.map((account) => ({
              value: account.id,
              label: account.name,
              end: <AccountEnd account={account} />,
            }))}
          />
        </>
      )}
      <RowError>{formState.errors.integrationId?.message}</RowError>
    </EditorRow>
  );
}

const isRed = ({ connection }: Account) => connection === "broken" || connection === "paused";

function AccountEnd({ account }: { account: Account }) {
  const t = useTranslations("automations.editor");
  const locale = useLocale();
  const { zone, now } = useEditor();
  const sheet = useSheetHref();
  const { connection, checkedAt } = account;
  const healthy = !isRed(account);
  return (
    <>
      {healthy && checkedAt ? (
        <span className="text-small text-ink-2">
          {t("checked", { when: formatMomentInSentence(checkedAt, { locale, zone, now }) })}
        </span>
      ) : null}
      {healthy ? null : (
        <TextLink href={sheet({ edit: account.id })} scroll={false} className="locked:hidden">
          {t("fixKey")}
        </TextLink>
      )}
      <ConnectionStatus connection={connection} />
    </>
  );
}
