"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { useWatch } from "react-hook-form";
import type { LoadChoices } from "../tool-fields/choices";
import { ToolFields } from "../tool-fields/tool-fields";
import { useEditor, useEditorForm } from "./editor-context";
import { EditorRow } from "./editor-row";
import { TemplatePreview } from "./template-preview";

/** What the action asks for, with the lists that the account holds now. */
export function FieldsRow() {
  const t = useTranslations("automations.editor");
  const { tools, accounts, variables, loadChoices } = useEditor();
  const { control, setValue, getValues } = useEditorForm();
  const [toolId, integrationId, actionId, labels] = useWatch({
    control,
    name: ["tool", "integrationId", "action", "labels"],
  });
  const load = useCallback<LoadChoices>(
    (loader, chosen) => loadChoices({ toolId, integrationId, loader, chosen }),
    [loadChoices, toolId, integrationId],
  );
  const tool = tools.find(({ id }) => id === toolId);
  const action = tool && Object.hasOwn(tool.actions, actionId) ? tool.actions[actionId] : undefined;
  const title = t("rows.fields");
  if (!action) return <EditorRow row="fields" title={title} first={t("first.action")} />;
  if (tool?.needsAccount && !integrationId)
    return <EditorRow row="fields" title={title} first={t("first.account")} />;
  if (Object.keys(action.fields).length === 0)
    return <EditorRow row="fields" title={title} first={t("nothingToFill")} />;
  const account = accounts.find(({ id }) => id === integrationId);
  return (
    <EditorRow row="fields" title={title}>
      <div className="grid gap-5 pt-1.5">
        <ToolFields
          key={`${toolId}/${integrationId}/${actionId}`}
          fields={action.fields}
          control={control}
          name="input"
          loadChoices={load}
          source={account && t("source", { account: account.name })}
          labels={labels}
          onLabel={(field, label) => {
            setValue("labels", { ...getValues("labels"), [field]: label }, { shouldDirty: true });
          }}
          variables={variables}
        />
        <TemplatePreview fields={action.fields} />
      </div>
    </EditorRow>
  );
}
