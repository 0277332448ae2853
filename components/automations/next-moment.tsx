"use client";

import { useLocale, useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { formatMoment } from "@/lib/format-date";
import { useEditor, useEditorForm } from "./editor-context";
import { exampleOf } from "./example";

/** At the phone's foot, beside the button: when the next run would come. */
export function NextMoment() {
  const t = useTranslations("automations.editor");
  const locale = useLocale();
  const { zone, now } = useEditor();
  const { control } = useEditorForm();
  const [moment, sendingWindow] = useWatch({ control, name: ["moment", "sendingWindow"] });
  const { due } = exampleOf({ moment, sendingWindow }, now, zone);
  return (
    <span className="min-w-0 text-small">
      <span className="text-ink-2">{t("next")}</span>
      <br />
      <span className="font-medium">{formatMoment(due, { locale, zone, now })}</span>
    </span>
  );
}
