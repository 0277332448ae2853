"use client";

import { Combobox as Base } from "@base-ui/react/combobox";
import { ChevronsUpDown } from "lucide-react";
import { useDeferredValue, useMemo, useState } from "react";
import { cn } from "./cn";
import { ComboboxPopup } from "./combobox-popup";
import type { ComboboxChoice, ComboboxWords } from "./combobox-words";
import { controlFrame } from "./control-style";
import { filterChoices } from "./match";

/** More rows than this are not drawn: the foot asks for a narrower search instead. */
export const SHOWN_AT_MOST = 200;

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
  const { choices, value, onChange, valueLabel, state = "ready", words } = props;
  const [query, setQuery] = useState("");
  const sought = useDeferredValue(query);
  const matching = useMemo(() => filterChoices(choices, sought), [choices, sought]);
  const shown = useMemo(() => matching.slice(0, SHOWN_AT_MOST), [matching]);
  const chosen = useMemo(() => {
    if (value === null) return null;
    return (
      choices.find((choice) => choice.value === value) ?? { value, label: valueLabel ?? value }
    );
  }, [choices, value, valueLabel]);

  return (
    <Base.Root<ComboboxChoice>
      items={shown}
      filter={null}
      value={chosen}
      onValueChange={(next) => onChange(next?.value ?? null)}
      inputValue={query}
      onInputValueChange={setQuery}
      onOpenChange={(open) => open && props.onOpen?.()}
      isItemEqualToValue={(a, b) => a.value === b.value}
      name={props.name}
      disabled={props.disabled}
      autoHighlight
    >
      <Base.Trigger
        aria-label={props["aria-label"]}
        onBlur={props.onBlur}
        className={cn(
          controlFrame,
          "focus-visible:border-accent-ink focus-visible:-outline-offset-1",
          props.look === "quiet" && "border-line-strong",
          props.className,
        )}
      >
        <span className={cn("min-w-0 flex-1 truncate", chosen === null && "text-ink-3")}>
          {chosen?.label ?? props.placeholder}
        </span>
        <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-ink-3" />
      </Base.Trigger>
      <ComboboxPopup
        words={words}
        state={state}
        query={sought}
        shown={shown.length}
        matching={matching.length}
        total={choices.length}
        onReload={props.onReload}
      />
    </Base.Root>
  );
}
