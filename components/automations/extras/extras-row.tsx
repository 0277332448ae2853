"use client";

import { useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { Fold } from "../../ui/fold";
import { useEditorForm } from "../editor-context";
import { EditorRow } from "../editor-row";
import { ConditionsPart } from "./conditions-part";
import { ExitsPart } from "./exits-part";
import { useKeepExtrasFit } from "./use-keep-extras-fit";
import { WindowPart } from "./window-part";

/** What an automation may ask besides its event and moment: folded, since most ask nothing. */
export function ExtrasRow() {
  const t = useTranslations("automations.extras");
  const { formState } = useEditorForm();
  useKeepExtrasFit();
  const { conditions, exitRules, sendingWindow } = formState.errors;
  const wrong = Boolean(conditions ?? exitRules ?? sendingWindow);
  return (
    <EditorRow row="extras" title={t("row")}>
      {/* What is wrong must be seen: then it opens, anew for each time it was folded. */}
      <Fold key={String(wrong)} title={<Summary />} open={wrong || undefined}>
        <div className="grid gap-7 p-4">
          <ConditionsPart />
          <ExitsPart />
          <WindowPart />
        </div>
      </Fold>
    </EditorRow>
  );
}

function Summary() {
  const t = useTranslations("automations.extras");
  const { control } = useEditorForm();
  const [conditions, exitRules, sendingWindow] = useWatch({
    control,
    name: ["conditions", "exitRules", "sendingWindow"],
  });
  const said = [
    conditions.length > 0 && t("count.conditions", { count: conditions.length }),
    exitRules.length > 0 && t("count.exits", { count: exitRules.length }),
    sendingWindow && t("count.window"),
  ].filter(Boolean);
  return (
    <>
      {t("title")}:{" "}
      <span className="font-normal text-ink-2">
        {said.length > 0 ? said.join(", ") : t("none")}
      </span>
    </>
  );
}
