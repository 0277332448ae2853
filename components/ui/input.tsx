"use client";

import { Input as Base } from "@base-ui/react/input";
import { Lock } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";
import { bareInput, controlFrame, frameFocus } from "./control-style";

export interface InputProps extends Omit<ComponentProps<typeof Base>, "className"> {
  /** Before what is typed: an icon, or a part of an address that never changes. */
  before?: ReactNode;
  /** After what is typed: a unit, or a button. */
  after?: ReactNode;
  /** Of the frame; widths go here. */
  className?: string;
}

/** One line of text. Inside a `Field` it is labelled; alone it needs `aria-label`. */
export function Input({ before, after, className, disabled, ...rest }: InputProps) {
  return (
    <span
      className={cn(controlFrame, frameFocus, className)}
      data-disabled={disabled ? "" : undefined}
    >
      {before}
      <Base className={bareInput} disabled={disabled} {...rest} />
      {after ?? (disabled ? <Lock aria-hidden className="size-4 shrink-0 text-ink-3" /> : null)}
    </span>
  );
}
