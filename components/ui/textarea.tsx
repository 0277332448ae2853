"use client";

import type { ComponentProps } from "react";
import { cn } from "./cn";
import { controlFrame } from "./control-style";
import { useField } from "./field";

/** Several lines; grows with what is typed, from `rows` up to 20 lines. */
export function Textarea({ className, rows = 4, style, ...rest }: ComponentProps<"textarea">) {
  return (
    <textarea
      rows={rows}
      // Sized by its content it would forget its rows: lines of 21 px, 18 px of padding and border.
      style={{ minHeight: rows * 21 + 18, ...style }}
      className={cn(
        controlFrame,
        "field-sizing-content resize-y py-2 base:max-h-110",
        "focus-visible:border-accent-ink focus-visible:-outline-offset-1",
        className,
      )}
      {...useField()}
      {...rest}
    />
  );
}
