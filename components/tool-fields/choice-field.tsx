"use client";

import { Field } from "../ui/field";
import { RadioRows } from "../ui/radio-rows";
import { Select } from "../ui/select";
import type { DrawnProps } from "./props";

/** More than these are a list to open. */
const ROWS_AT_MOST = 4;

/** One of the choices that the tool's own data names. */
export function ChoiceField({
  card,
  bound,
  label,
  error,
  choices,
}: DrawnProps & { choices: readonly { value: string; label: string; hint?: string }[] }) {
  const { value, onChange, name } = bound;
  const options = choices.map((choice) => ({
    value: choice.value,
    label: choice.label,
    note: choice.hint,
  }));
  const shared = { options, value: value || null, onChange, name };
  return (
    <Field label={label} hint={card.hint} error={error}>
      {options.length > ROWS_AT_MOST ? (
        <Select {...shared} placeholder={card.placeholder} onBlur={bound.onBlur} />
      ) : (
        <RadioRows {...shared} aria-label={card.label} />
      )}
    </Field>
  );
}
