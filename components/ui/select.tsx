"use client";

import { Select as Base } from "@base-ui/react/select";
import { Check, ChevronsUpDown } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn";
import { controlFrame, listItem, popup } from "./control-style";

export interface SelectOption<V extends string> {
  value: V;
  label: string;
  /** A second line, for example when exactly this happens. */
  note?: ReactNode;
  icon?: ReactNode;
  disabled?: boolean;
}

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
  const { options, value, onChange, placeholder, look = "field", className, onBlur } = props;
  return (
    <Base.Root
      items={options}
      value={value}
      onValueChange={(next) => next !== null && onChange(next)}
      name={props.name}
      disabled={props.disabled}
    >
      <Base.Trigger
        aria-label={props["aria-label"]}
        onBlur={onBlur}
        className={cn(
          controlFrame,
          "focus-visible:border-accent-ink focus-visible:-outline-offset-1 data-popup-open:border-accent-ink",
          look === "quiet" && "border-line-strong",
          className,
        )}
      >
        <Base.Value
          placeholder={placeholder}
          className="min-w-0 flex-1 truncate data-placeholder:text-ink-3"
        />
        <Base.Icon className="text-ink-3">
          <ChevronsUpDown aria-hidden className="size-4" />
        </Base.Icon>
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner sideOffset={4} alignItemWithTrigger={false} className="z-50">
          <Base.Popup
            className={cn(
              popup,
              "max-w-[min(36rem,var(--available-width))] min-w-(--anchor-width)",
            )}
          >
            <Base.List className="max-h-[min(24rem,var(--available-height))] overflow-y-auto overscroll-contain">
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

function Item<V extends string>({ option }: { option: SelectOption<V> }) {
  return (
    <Base.Item
      value={option.value}
      disabled={option.disabled}
      className={cn(listItem, "grid-cols-[1rem_auto_minmax(0,1fr)]")}
    >
      <span className="size-4 text-accent-ink">
        <Base.ItemIndicator>
          <Check aria-hidden className="size-4" />
        </Base.ItemIndicator>
      </span>
      {option.icon ?? <span className="-ml-2.5" />}
      <span className="min-w-0">
        <Base.ItemText>{option.label}</Base.ItemText>
        {option.note ? <span className="block text-small text-ink-2">{option.note}</span> : null}
      </span>
    </Base.Item>
  );
}
