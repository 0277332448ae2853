"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Textarea } from "../ui/textarea";
import type { DrawnProps, Variable } from "./props";
import { VariablesMenu } from "./variables-menu";

/** A text with {{variables}}: what is chosen from the menu lands where the cursor stands. */
export function TemplateField({
  card,
  bound,
  label,
  error,
  variables,
}: DrawnProps & { variables: readonly Variable[] }) {
  const t = useTranslations("integrations.fields");
  const element = useRef<HTMLInputElement | HTMLTextAreaElement>(null);
  const ref = (node: HTMLInputElement | HTMLTextAreaElement | null) => {
    element.current = node;
    bound.ref(node);
  };
  function insert(text: string) {
    const { value } = bound;
    const start = element.current?.selectionStart ?? value.length;
    const end = element.current?.selectionEnd ?? start;
    bound.onChange(value.slice(0, start) + text + value.slice(end));
    // After the menu has given the focus back to its button.
    requestAnimationFrame(() => {
      element.current?.focus();
      element.current?.setSelectionRange(start + text.length, start + text.length);
    });
  }
  return (
    <Field
      label={label}
      hint={card.hint}
      error={error}
      aside={
        variables.length > 0 ? (
          <VariablesMenu variables={variables} label={t("insertVariable")} onInsert={insert} />
        ) : undefined
      }
    >
      {card.kind === "longtemplate" ? (
        <Textarea {...bound} ref={ref} rows={6} placeholder={card.placeholder} />
      ) : (
        <Input {...bound} ref={ref} placeholder={card.placeholder} />
      )}
    </Field>
  );
}
