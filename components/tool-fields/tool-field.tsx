"use client";

import { useTranslations } from "next-intl";
import { type FieldPath, type FieldValues as FormValues, useController } from "react-hook-form";
import type { FieldCard } from "@/lib/tools/card";
import { Checkbox } from "../ui/checkbox";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { SecretInput } from "../ui/secret-input";
import { ChoiceField } from "./choice-field";
import { LiveChoiceField } from "./live-choice-field";
import type { Bound, DrawnProps, ToolFieldsProps } from "./props";
import { SigningField } from "./signing-field";
import { TemplateField } from "./template-field";

interface ToolFieldProps<V extends FormValues, Out>
  extends Omit<ToolFieldsProps<V, Out>, "fields"> {
  field: string;
  card: FieldCard;
  /** Names of the fields whose choice this one's list may depend on. */
  before: readonly string[];
}

/** One field of a tool as its kind asks. */
export function ToolField<V extends FormValues, Out>(props: ToolFieldProps<V, Out>) {
  const { field, card, control, name } = props;
  const t = useTranslations("integrations.fields");
  const path = `${name}.${field}` as FieldPath<V>;
  const { field: input, fieldState } = useController({ control, name: path });
  const bound: Bound = { ...input, value: String(input.value ?? "") };
  const label = card.optional ? (
    <>
      {card.label} <span className="font-normal text-ink-3">{t("optional")}</span>
    </>
  ) : (
    card.label
  );
  const drawn: DrawnProps = { card, bound, label, error: fieldState.error?.message };

  if (typeof card.choices === "string")
    return <LiveChoiceField {...drawn} {...props} loader={card.choices} />;
  if (card.choices) return <ChoiceField {...drawn} choices={card.choices} />;
  switch (card.kind) {
    case "flag":
      return <FlagField {...drawn} />;
    case "signing":
      return <SigningField {...drawn} tail={props.kept?.[field]} aside={props.signingAside} />;
    case "template":
    case "longtemplate":
      return <TemplateField {...drawn} variables={props.variables ?? []} />;
    case "secret":
      return (
        <Field label={label} hint={card.hint} error={drawn.error}>
          <SecretInput
            {...bound}
            kept={props.kept?.[field]}
            placeholder={card.placeholder}
            words={{ show: t("showSecret"), hide: t("hideSecret") }}
          />
        </Field>
      );
    default:
      return (
        <Field label={label} hint={card.hint} error={drawn.error}>
          <Input {...bound} {...keyboardOf(card.kind)} placeholder={card.placeholder} />
        </Field>
      );
  }
}

/** What a phone's keyboard offers. Not `type`: the browser would trim and judge what is typed. */
const keyboardOf = (kind: FieldCard["kind"]) =>
  kind === "email" || kind === "url"
    ? ({ inputMode: kind, autoCapitalize: "none", spellCheck: false } as const)
    : {};

function FlagField({ card, bound }: DrawnProps) {
  return (
    <Checkbox
      name={bound.name}
      checked={bound.value === "yes"}
      onCheckedChange={(checked) => bound.onChange(checked ? "yes" : "")}
      label={
        <>
          {card.label}
          {card.hint ? <span className="block text-small text-ink-2">{card.hint}</span> : null}
        </>
      }
    />
  );
}
