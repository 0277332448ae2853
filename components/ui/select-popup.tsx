"use client";

import { Select as Base } from "@base-ui/react/select";
import { Check } from "lucide-react";
import { cn } from "./cn";
import { listItem, popup as popupStyle } from "./control-style";
import type { SelectOption } from "./select-option";
import type { PopupState } from "./use-popup";

interface SelectPopupProps extends PopupState {
  options: readonly SelectOption<string>[];
  value: string | null;
  onChange(value: string): void;
  /** What the list is called: as its button is. */
  "aria-label": string | undefined;
  "aria-labelledby": string | undefined;
}

export function SelectPopup(props: SelectPopupProps) {
  const { popupId, anchor, open, onOpenChange, options, value, onChange } = props;
  return (
    <Base.Root
      items={options}
      value={value}
      onValueChange={(next) => next !== null && onChange(next)}
      open={open}
      onOpenChange={onOpenChange}
    >
      <Base.Portal>
        <Base.Positioner
          anchor={anchor}
          align="start"
          sideOffset={4}
          alignItemWithTrigger={false}
          className="z-50"
        >
          <Base.Popup
            finalFocus={anchor}
            className={cn(
              popupStyle,
              "max-w-[min(36rem,var(--available-width))] min-w-(--anchor-width)",
            )}
          >
            <Base.List
              id={popupId}
              aria-label={props["aria-label"]}
              aria-labelledby={props["aria-labelledby"]}
              className="max-h-[min(24rem,var(--available-height))] overflow-y-auto overscroll-contain"
            >
              {options.map((option) => (
                <Item key={option.value} option={option} />
              ))}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

function Item({ option }: { option: SelectOption<string> }) {
  return (
    <Base.Item
      value={option.value}
      disabled={option.disabled}
      className={cn(
        listItem,
        "grid",
        option.icon ? "grid-cols-[1rem_auto_minmax(0,1fr)]" : "grid-cols-[1rem_minmax(0,1fr)]",
      )}
    >
      <span className="size-4 text-accent-ink">
        <Base.ItemIndicator>
          <Check aria-hidden className="size-4" />
        </Base.ItemIndicator>
      </span>
      {option.icon}
      <span className="min-w-0">
        <Base.ItemText>{option.label}</Base.ItemText>
        {option.note ? <span className="block text-small text-ink-2">{option.note}</span> : null}
      </span>
    </Base.Item>
  );
}
