"use client";

import { useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { suits, type ToolCard } from "@/lib/tools/card";
import { ToolMark } from "../tool-mark";
import { RadioTiles } from "../ui/radio-rows";
import { useEditor, useEditorForm } from "./editor-context";
import { EditorRow, RowError } from "./editor-row";
import { useChooseTool } from "./use-choose";

/** Only tools that suit the trigger. */
export function ToolRow() {
  const t = useTranslations("automations.editor");
  const { tools } = useEditor();
  const { control, formState } = useEditorForm();
  const [trigger, chosen] = useWatch({ control, name: ["trigger", "tool"] });
  const choose = useChooseTool();
  const offered = tools.filter((tool) => suits(tool, trigger));
  return (
    <EditorRow row="tool" title={t("rows.tool")}>
      <RadioTiles
        aria-labelledby="row-tool-title"
        value={chosen || null}
        onChange={choose}
        options={offered.map((tool: ToolCard) => ({
          value: tool.id,
          label: tool.name,
          icon: <ToolMark mark={tool.mark} size="bare" />,
        }))}
      />
      <RowError>{formState.errors.tool?.message}</RowError>
    </EditorRow>
  );
}
