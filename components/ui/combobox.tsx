"use client";

import { Combobox as Base } from "@base-ui/react/combobox";
import { ChevronsUpDown, Search, X } from "lucide-react";
import { useDeferredValue, useId, useMemo, useState } from "react";
import { cn } from "./cn";
import { ComboboxPopup } from "./combobox-popup";
import type { ComboboxChoice, ComboboxWords } from "./combobox-words";
import { bareInput, controlFrame, frameFocus } from "./control-style";
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
  /** Offers a cross that empties the choice. */
  clearable?: boolean;
  onBlur?(): void;
  className?: string;
  "aria-label"?: string;
}

/** One of many: searched by typing, worked by keyboard alone, smooth with thousands of choices. */
export function Combobox(props: ComboboxProps) {
  const { choices, value, onChange, valueLabel, state = "ready", words, className } = props;
  const [query, setQuery] = useState("");
  const statusId = useId();
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
      items={choices}
      filteredItems={shown}
      value={chosen}
      onValueChange={(next) => onChange(next?.value ?? null)}
      onInputValueChange={(text, { reason }) => setQuery(reason === "input-change" ? text : "")}
      onOpenChange={(open) => open && props.onOpen?.()}
      isItemEqualToValue={(a, b) => a.value === b.value}
      itemToStringLabel={(choice) => choice.label}
      itemToStringValue={(choice) => choice.value}
      name={props.name}
      disabled={props.disabled}
      autoHighlight
    >
      <Base.InputGroup className={cn(controlFrame, frameFocus, "pr-1", className)}>
        <Search aria-hidden className="size-4 shrink-0 text-ink-3" />
        <Base.Input
          aria-label={props["aria-label"]}
          aria-describedby={statusId}
          placeholder={props.placeholder}
          onBlur={props.onBlur}
          className={cn(bareInput, "truncate")}
        />
        {props.clearable ? (
          <Base.Clear aria-label={words.clear} className={sideButton}>
            <X aria-hidden className="size-4" />
          </Base.Clear>
        ) : null}
        <Base.Trigger aria-label={words.open} className={sideButton}>
          <ChevronsUpDown aria-hidden className="size-4" />
        </Base.Trigger>
      </Base.InputGroup>
      <ComboboxPopup
        words={words}
        state={state}
        query={sought}
        shown={shown.length}
        matching={matching.length}
        total={choices.length}
        onReload={props.onReload}
        statusId={statusId}
      />
    </Base.Root>
  );
}

const sideButton =
  "grid size-7 shrink-0 place-items-center rounded-control text-ink-3 hover:text-ink max-md:size-9";
