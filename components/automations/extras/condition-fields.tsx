"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { useWatch } from "react-hook-form";
import {
  type Condition,
  type FactName,
  factsOf,
  NUMBER_FACTS,
  TEXT_FACTS,
} from "@/lib/automations/conditions";
import { IconButton } from "../../ui/button";
import { Field } from "../../ui/field";
import { Input } from "../../ui/input";
import { Select } from "../../ui/select";
import { useEditor, useEditorForm } from "../editor-context";

const isText = (fact: FactName) => TEXT_FACTS.some((each) => each === fact);
const isNumber = (fact: FactName) => NUMBER_FACTS.some((each) => each === fact);
const PLANS: readonly FactName[] = ["plan", "old_plan", "new_plan"];

/** A condition as it stands when it was just added, with its value still open. */
export function freshCondition(fact: FactName): Condition {
  if (isText(fact)) return { fact, is: "equal", value: "" } as Condition;
  if (isNumber(fact)) return { fact, is: "at_least", value: Number.NaN } as Condition;
  return { fact, is: "yes" } as Condition;
}

function comparisonsOf(fact: FactName) {
  if (isText(fact)) return ["equal", "other"] as const;
  return isNumber(fact) ? (["at_least", "at_most", "equal"] as const) : (["yes", "no"] as const);
}

interface ConditionFieldsProps {
  condition: Condition;
  at: number;
  onChange(condition: Condition): void;
  onRemove(): void;
}

/** One condition: what is asked, how it is compared, and with what. */
export function ConditionFields({ condition, at, onChange, onRemove }: ConditionFieldsProps) {
  const t = useTranslations("automations.extras");
  const { control, formState } = useEditorForm();
  const trigger = useWatch({ control, name: "trigger" });
  const wrong = formState.errors.conditions?.[at] as
    | Partial<Record<"fact" | "value", { message?: string }>>
    | undefined;
  const { fact, is } = condition;
  return (
    <div className="flex flex-wrap items-start gap-2">
      <Field
        label={t("editor.fact")}
        labelHidden
        error={wrong?.fact?.message}
        className="w-44 max-md:w-full"
      >
        <Select
          value={fact}
          onChange={(next) => onChange(freshCondition(next))}
          options={factsOf(trigger).map((value) => ({ value, label: t(`fact.${value}`) }))}
        />
      </Field>
      <Field label={t("editor.is")} labelHidden className="w-36 max-md:min-w-28 max-md:flex-1">
        <Select
          value={is}
          onChange={(next) => onChange({ ...condition, is: next } as Condition)}
          options={comparisonsOf(fact).map((value) => ({ value, label: t(`is.${value}`) }))}
        />
      </Field>
      {"value" in condition ? (
        <Field
          label={t("editor.value")}
          labelHidden
          error={wrong?.value?.message}
          className="min-w-32 flex-1"
        >
          <Value condition={condition} onChange={onChange} />
        </Field>
      ) : null}
      <IconButton label={t("editor.remove", { what: t(`fact.${fact}`) })} onClick={onRemove}>
        <X aria-hidden />
      </IconButton>
    </div>
  );
}

type Valued = Extract<Condition, { value: unknown }>;

function Value({ condition, onChange }: { condition: Valued; onChange(next: Condition): void }) {
  const id = useId();
  const plans = usePlans();
  const { fact, value } = condition;
  if (typeof value === "string")
    return (
      <>
        <Input
          value={value}
          maxLength={200}
          list={PLANS.includes(fact) ? id : undefined}
          onChange={({ target }) => onChange({ ...condition, value: target.value } as Condition)}
        />
        <datalist id={id}>
          {plans.map((plan) => (
            <option key={plan} value={plan} />
          ))}
        </datalist>
      </>
    );
  return (
    <Input
      type="number"
      step="any"
      min={0}
      defaultValue={Number.isFinite(value) ? value : ""}
      onChange={({ target }) =>
        onChange({ ...condition, value: target.valueAsNumber } as Condition)
      }
    />
  );
}

/** The plans that the chosen product is known to have. */
function usePlans(): readonly string[] {
  const { products } = useEditor();
  const productId = useWatch({ control: useEditorForm().control, name: "productId" });
  return products.find(({ id }) => id === productId)?.plans ?? [];
}
