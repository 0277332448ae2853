"use client";

import { useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { RadioRows } from "../ui/radio-rows";
import { useEditor, useEditorForm } from "./editor-context";
import { EditorRow, RowError } from "./editor-row";
import { useChooseAction } from "./use-choose";

export function ActionRow() {
  const t = useTranslations("automations.editor");
  const { tools } = useEditor();
  const { control, formState } = useEditorForm();
  const [toolId, chosen] = useWatch({ control, name: ["tool", "action"] });
  const choose = useChooseAction();
  const tool = tools.find(({ id }) => id === toolId);
  if (!tool) return <EditorRow row="action" title={t("rows.action")} first={t("first.tool")} />;
  const actions = Object.entries(tool.actions);
  return (
    <EditorRow row="action" title={t("rows.action")}>
      <RadioRows
        aria-labelledby="row-action-title"
        columns={actions.length > 1 ? 2 : 1}
        value={chosen || null}
        onChange={(next) => choose(next)}
        options={actions.map(([value, { label, hint }]) => ({
          value,
          label,
          note: value === chosen ? hint : undefined,
        }))}
      />
      <RowError>{formState.errors.action?.message}</RowError>
    </EditorRow>
  );
}
