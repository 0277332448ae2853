"use client";

import { Radio } from "@base-ui/react/radio";
import { RadioGroup } from "@base-ui/react/radio-group";
import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn";
import { segment, segments } from "./segment-style";

export interface SegmentedProps<V extends string> {
  options: readonly { value: V; label: ReactNode; disabled?: boolean }[];
  value: V;
  onChange(value: NoInfer<V>): void;
  /** small: inside a row of a table. */
  size?: "base" | "small";
  name?: string;
  disabled?: boolean;
  className?: string;
  "aria-label": string;
}

/** Two to four short choices side by side. */
export function Segmented<V extends string>(props: SegmentedProps<V>) {
  const { options, value, onChange, size = "base", className, ...group } = props;
  return (
    <RadioGroup
      value={value}
      onValueChange={(next) => onChange(next as V)}
      className={cn(segments({ size }), className)}
      {...group}
    >
      {options.map((option) => (
        <Radio.Root
          key={option.value}
          value={option.value}
          disabled={option.disabled}
          className={cn(
            "group",
            segment({ size }),
            "data-checked:bg-accent-soft data-checked:font-medium data-checked:text-accent-ink",
            "data-disabled:cursor-not-allowed data-disabled:text-ink-3",
          )}
        >
          {size === "base" ? (
            <Check aria-hidden className="hidden size-4 group-data-checked:block" />
          ) : null}
          {option.label}
        </Radio.Root>
      ))}
    </RadioGroup>
  );
}
