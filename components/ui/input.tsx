"use client";

import { Lock } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";
import { bareInput, controlFrame, frameFocus } from "./control-style";
import { useField } from "./field";

export interface InputProps extends ComponentProps<"input"> {
  /** Before what is typed: an icon, or a part of an address that never changes. */
  before?: ReactNode;
  /** After what is typed: a unit, or a button. */
  after?: ReactNode;
  /** Of the frame; widths go here. */
  className?: string;
}

/** One line of text. Inside a `Field` it is labelled; alone it needs `aria-label`. */
export function Input({ before, after, className, ...rest }: InputProps) {
  const field = useField();
  const disabled = rest.disabled ?? field.disabled;
  return (
    <span className={cn(controlFrame, frameFocus, className)}>
      {before}
      <input className={bareInput} {...field} {...rest} disabled={disabled} />
      {after ?? (disabled ? <Lock aria-hidden className="size-4 shrink-0 text-ink-3" /> : null)}
    </span>
  );
}
