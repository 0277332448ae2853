"use client";

import { ChoiceButton } from "./choice-button";
import { useField } from "./field";
import type { SelectOption } from "./select-option";
import { usePopup } from "./use-popup";

const load = () => import("./select-popup");

export interface SelectProps<V extends string> {
  options: readonly SelectOption<V>[];
  value: V | null;
  onChange(value: NoInfer<V>): void;
  placeholder?: string;
  name?: string;
  disabled?: boolean;
  onBlur?(): void;
  /** quiet: a filter above a list, whose border steps back. */
  look?: "field" | "quiet";
  className?: string;
  "aria-label"?: string;
}

/** One of a few known options. Above seven, or when they are loaded, take a `Combobox`. */
export function Select<V extends string>(props: SelectProps<V>) {
  const { options, value, onChange, name, ...face } = props;
  const { parts, popup, trigger } = usePopup(load);
  const field = useField();
  return (
    <>
      <ChoiceButton
        {...face}
        {...trigger}
        aria-haspopup="listbox"
        chosen={options.find((option) => option.value === value)?.label ?? null}
      />
      {name ? <input type="hidden" name={name} value={value ?? ""} /> : null}
      {parts ? (
        <parts.SelectPopup
          {...popup}
          options={options}
          value={value}
          onChange={(next) => onChange(next as V)}
          aria-label={props["aria-label"]}
          aria-labelledby={field["aria-labelledby"]}
        />
      ) : null}
    </>
  );
}
