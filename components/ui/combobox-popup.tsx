"use client";

import { Combobox as Base } from "@base-ui/react/combobox";
import { Search } from "lucide-react";
import { useDeferredValue, useMemo, useState } from "react";
import { cn } from "./cn";
import { ComboboxDrawer } from "./combobox-drawer";
import type { ComboboxChoice, ComboboxWords } from "./combobox-words";
import { bareInput, controlFrame, frameFocus } from "./control-style";
import { filterChoices } from "./match";
import type { PopupState } from "./use-popup";

/** More rows than this are not drawn: the foot asks for a narrower search instead. */
const SHOWN_AT_MOST = 200;
/** Rows of the first picture, more than fit into the list: the rest follows once it stands. */
const SHOWN_AT_FIRST = 12;

interface ComboboxPopupProps extends PopupState {
  choices: readonly ComboboxChoice[];
  value: string | null;
  onChange(value: string | null): void;
  state: "ready" | "loading" | "failed";
  words: ComboboxWords;
  onReload: (() => void) | undefined;
}

/** Opens over its button: the field that searches takes the button's place, the list hangs below it. */
export function ComboboxPopup(props: ComboboxPopupProps) {
  const { popupId, anchor, open, onOpenChange, choices, value, onChange, words } = props;
  const [query, setQuery] = useState("");
  const sought = useDeferredValue(query);
  const matching = useMemo(() => filterChoices(choices, sought), [choices, sought]);
  const most = useShown(
    open,
    choices.findIndex((choice) => choice.value === value),
  );
  const shown = useMemo(() => matching.slice(0, most), [matching, most]);
  return (
    <Base.Root<ComboboxChoice>
      items={shown}
      filter={null}
      value={choices.find((choice) => choice.value === value) ?? null}
      onValueChange={(next) => next && onChange(next.value)}
      inputValue={query}
      onInputValueChange={setQuery}
      open={open}
      onOpenChange={onOpenChange}
      isItemEqualToValue={(a, b) => a.value === b.value}
      autoHighlight
    >
      <Base.Portal>
        <Base.Positioner
          anchor={anchor}
          align="start"
          sideOffset={({ anchor: button }) => -button.height}
          className="z-50 outline-none"
        >
          <Base.Popup
            id={popupId}
            aria-label={words.search}
            aria-busy={props.state === "loading"}
            finalFocus={anchor}
            className="flex w-(--anchor-width) min-w-64 max-w-(--available-width) flex-col gap-1 outline-none data-[side=top]:flex-col-reverse"
          >
            <span className={cn(controlFrame, frameFocus)}>
              <Search aria-hidden className="size-4 shrink-0 text-ink-3" />
              <Base.Input
                aria-label={words.search}
                placeholder={words.search}
                className={bareInput}
              />
            </span>
            <ComboboxDrawer
              {...props}
              query={sought}
              shown={Math.min(matching.length, SHOWN_AT_MOST)}
              matching={matching.length}
            />
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

/**
 * How many rows are drawn: few as the list opens, and as many more as it takes to reach what is
 * chosen, unless that stands beyond all that are ever drawn.
 */
function useShown(open: boolean, chosenAt: number): number {
  const reached = chosenAt < SHOWN_AT_MOST ? chosenAt + SHOWN_AT_FIRST : SHOWN_AT_FIRST;
  const first = Math.min(Math.max(reached, SHOWN_AT_FIRST), SHOWN_AT_MOST);
  return useDeferredValue(open ? SHOWN_AT_MOST : first, first);
}
