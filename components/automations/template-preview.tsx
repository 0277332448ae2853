"use client";

import { useLocale, useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { fillTemplate, sampleFacts } from "@/lib/automations/template";
import type { FieldCards } from "@/lib/tools/card";
import { Fold } from "../ui/fold";
import { useEditorForm } from "./editor-context";

/** The texts with their variables filled in, as an example customer would read them. */
export function TemplatePreview({ fields }: { fields: FieldCards }) {
  const t = useTranslations("automations.editor");
  const input = useWatch({ control: useEditorForm().control, name: "input" });
  const locale = useLocale();
  const texts = Object.entries(fields).filter(
    ([, { kind }]) => kind === "template" || kind === "longtemplate",
  );
  if (texts.length === 0) return null;
  const facts = sampleFacts(locale);
  return (
    <Fold title={t("preview")}>
      <dl className="grid gap-3 p-4">
        {texts.map(([name, { label }]) => (
          <div key={name}>
            <dt className="text-note text-ink-3">{label}</dt>
            <dd className="whitespace-pre-wrap wrap-anywhere">
              {fillTemplate(input[name] ?? "", facts)}
            </dd>
          </div>
        ))}
      </dl>
    </Fold>
  );
}
