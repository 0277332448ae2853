"use client";

import { Checkbox as Base } from "@base-ui/react/checkbox";
import { Check, Minus } from "lucide-react";
import { type ComponentProps, type ReactNode, useId } from "react";
import { cn } from "./cn";

export interface CheckboxProps
  extends Omit<ComponentProps<typeof Base.Root>, "className" | "children"> {
  /** Without it the box needs `aria-label`. */
  label?: ReactNode;
  className?: string;
}

export function Checkbox({ label, className, indeterminate, ...rest }: CheckboxProps) {
  const id = useId();
  const Mark = indeterminate ? Minus : Check;
  const box = (
    <Base.Root
      indeterminate={indeterminate}
      className={cn(
        // The pseudo-element makes 16 px of box 32 px of target.
        "relative grid size-4 shrink-0 place-items-center rounded-check border border-control bg-raised text-on-accent",
        "before:absolute before:-inset-2 data-checked:border-accent-ink data-checked:bg-accent",
        "data-indeterminate:border-accent-ink data-indeterminate:bg-accent",
        "data-disabled:cursor-not-allowed data-disabled:opacity-50 data-invalid:border-bad",
      )}
      aria-labelledby={label === undefined ? undefined : id}
      {...rest}
    >
      <Base.Indicator>
        <Mark aria-hidden className="size-3" strokeWidth={2.5} />
      </Base.Indicator>
    </Base.Root>
  );
  if (label === undefined) return box;
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the box inside is its control
    <label className={cn("inline-flex cursor-pointer items-start gap-2.5", className)}>
      <span className="flex h-[1.3125rem] items-center">{box}</span>
      <span id={id}>{label}</span>
    </label>
  );
}
