"use client";

import { ChoiceButton } from "./choice-button";
import type { ComboboxChoice, ComboboxWords } from "./combobox-words";
import { usePopup } from "./use-popup";

const load = () => import("./combobox-popup");

export interface ComboboxProps {
  choices: readonly ComboboxChoice[];
  /** Value of the chosen one. It may be missing from `choices`: not loaded yet, or gone. */
  value: string | null;
  onChange(value: string | null): void;
  /** What to show for `value` as long as `choices` doesn't know it. */
  valueLabel?: string;
  state?: "ready" | "loading" | "failed";
  /** Draws the reload button; called by it, and by the retry of the failed state. */
  onReload?(): void;
  /** Called when the list opens: a good moment to load choices that were not loaded. */
  onOpen?(): void;
  words: ComboboxWords;
  placeholder?: string;
  name?: string;
  disabled?: boolean;
  /** quiet: a filter above a list, whose border steps back. */
  look?: "field" | "quiet";
  onBlur?(): void;
  className?: string;
  "aria-label"?: string;
}

/** One of many: searched by typing, worked by keyboard alone, smooth with thousands of choices. */
export function Combobox(props: ComboboxProps) {
  const {
    choices,
    value,
    onChange,
    valueLabel,
    state = "ready",
    onReload,
    onOpen,
    ...rest
  } = props;
  const { words, name, ...face } = rest;
  const { parts, popup, trigger } = usePopup(load, onOpen);
  const known = choices.find((choice) => choice.value === value)?.label;
  const chosen = value === null ? null : (known ?? valueLabel ?? value);
  return (
    <>
      <ChoiceButton {...face} {...trigger} aria-haspopup="dialog" chosen={chosen} />
      {name ? <input type="hidden" name={name} value={value ?? ""} /> : null}
      {parts ? (
        <parts.ComboboxPopup
          {...popup}
          choices={choices}
          value={value}
          onChange={onChange}
          state={state}
          words={words}
          onReload={onReload}
        />
      ) : null}
    </>
  );
}
