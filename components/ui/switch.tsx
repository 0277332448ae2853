"use client";

import { type ComponentProps, type ReactNode, useId } from "react";
import { cn } from "./cn";
import { useField } from "./field";

export interface SwitchProps extends Omit<ComponentProps<"input">, "type" | "onChange"> {
  onCheckedChange?(checked: boolean): void;
  /** Without it the switch needs a `Field` around it, or `aria-label`. */
  label?: ReactNode;
  className?: string;
}

export function Switch({ label, className, onCheckedChange, ...rest }: SwitchProps) {
  const id = useId();
  const field = useField();
  const track = (
    <span className="relative inline-flex h-5 w-9 shrink-0">
      <input
        type="checkbox"
        // biome-ignore lint/a11y/useAriaPropsForRole: a checkbox tells its state itself
        role="switch"
        {...(label === undefined ? field : { id })}
        onChange={(event) => onCheckedChange?.(event.target.checked)}
        className="peer size-full cursor-pointer appearance-none rounded-full bg-control transition-colors checked:bg-accent disabled:cursor-not-allowed disabled:opacity-50"
        {...rest}
      />
      <span className="pointer-events-none absolute top-[3px] left-[3px] size-3.5 rounded-full bg-[#fff] transition-transform peer-checked:translate-x-4" />
    </span>
  );
  if (label === undefined) return track;
  return (
    <span className={cn("inline-flex min-h-5 items-center gap-2.5", className)}>
      {track}
      <label htmlFor={id} className="cursor-pointer font-medium">
        {label}
      </label>
    </span>
  );
}
