"use client";

import { Check } from "lucide-react";
import { cn } from "./cn";
import { type RadioProps, spreadInput, useRadioGroup } from "./radio-group";
import { segment, segments } from "./segment-style";

export interface SegmentedProps<V extends string> extends RadioProps<V> {
  /** small: inside a row of a table. */
  size?: "base" | "small";
}

/** Two to four short choices side by side. */
export function Segmented<V extends string>({ size = "base", ...props }: SegmentedProps<V>) {
  const { unique, group, input } = useRadioGroup(props);
  return (
    <div {...group} className={cn(segments({ size }), props.className)}>
      {props.options.map((option) => (
        <div
          key={option.value}
          className={cn(
            "group/option relative",
            segment({ size }),
            "has-checked:bg-accent-soft has-checked:font-medium has-checked:text-accent-ink has-disabled:text-ink-3",
          )}
        >
          <input
            {...input(option)}
            aria-labelledby={`${unique}${option.value}`}
            className={spreadInput}
          />
          {size === "base" ? (
            <Check aria-hidden className="hidden size-4 group-has-checked/option:block" />
          ) : null}
          <span id={`${unique}${option.value}`}>{option.label}</span>
        </div>
      ))}
    </div>
  );
}
