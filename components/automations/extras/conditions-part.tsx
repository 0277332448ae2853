"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { type Condition, type FactName, factsOf } from "@/lib/automations/conditions";
import { Button } from "../../ui/button";
import { useEditorForm } from "../editor-context";
import { RowHint } from "../editor-row";
import { ConditionFields, freshCondition } from "./condition-fields";
import { ExtrasPart } from "./extras-part";

/** Facts that need a word of explanation, and the word's key. */
const HINTS: Partial<Record<FactName, "amountHint" | "languageHint" | "firstHint">> = {
  amount: "amountHint",
  language: "languageHint",
  first_purchase: "firstHint",
};

export function ConditionsPart() {
  const t = useTranslations("automations.extras.editor");
  const { control, setValue, formState } = useEditorForm();
  const [trigger, conditions] = useWatch({ control, name: ["trigger", "conditions"] });
  const facts = factsOf(trigger);
  const [first] = facts;
  const unused = facts.find((fact) => !conditions.some((each) => each.fact === fact)) ?? first;

  function change(next: Condition[]) {
    setValue("conditions", next, { shouldDirty: true, shouldValidate: formState.isSubmitted });
  }

  if (!unused)
    return (
      <ExtrasPart title={t("conditions")} hint={t("noFacts")}>
        {null}
      </ExtrasPart>
    );
  const hints = [...new Set(conditions.map(({ fact }) => HINTS[fact]))].filter(
    (hint) => hint !== undefined,
  );
  return (
    <ExtrasPart title={t("conditions")} hint={conditions.length ? t("conditionsHint") : undefined}>
      {conditions.map((condition, at) => (
        <ConditionFields
          // biome-ignore lint/suspicious/noArrayIndexKey: a condition is its place in the list
          key={at}
          condition={condition}
          at={at}
          onChange={(next) => change(conditions.with(at, next))}
          onRemove={() => change(conditions.toSpliced(at, 1))}
        />
      ))}
      {hints.map((hint) => (
        <RowHint key={hint}>{t(hint)}</RowHint>
      ))}
      <Button
        variant="ghost"
        size="small"
        icon={<Plus aria-hidden />}
        className="justify-self-start"
        onClick={() => change([...conditions, freshCondition(unused)])}
      >
        {t("add")}
      </Button>
    </ExtrasPart>
  );
}
