"use client";

import { Switch as Base } from "@base-ui/react/switch";
import { type ComponentProps, type ReactNode, useId } from "react";
import { cn } from "./cn";

export interface SwitchProps
  extends Omit<ComponentProps<typeof Base.Root>, "className" | "children"> {
  /** Without it the switch needs a `Field` around it, or `aria-label`. */
  label?: ReactNode;
  className?: string;
}

export function Switch({ label, className, ...rest }: SwitchProps) {
  const id = useId();
  const track = (
    <Base.Root
      className={cn(
        "relative h-5 w-9 shrink-0 rounded-full bg-control transition-colors data-checked:bg-accent",
        "data-disabled:cursor-not-allowed data-disabled:opacity-50",
      )}
      aria-labelledby={label === undefined ? undefined : id}
      {...rest}
    >
      <Base.Thumb className="absolute top-[3px] left-[3px] size-3.5 rounded-full bg-[#fff] transition-transform data-checked:translate-x-4" />
    </Base.Root>
  );
  if (label === undefined) return track;
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the switch inside is its control
    <label
      className={cn(
        "inline-flex min-h-5 cursor-pointer items-center gap-2.5 font-medium",
        className,
      )}
    >
      {track}
      <span id={id}>{label}</span>
    </label>
  );
}
