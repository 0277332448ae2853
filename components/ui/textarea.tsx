"use client";

import { Field as Base } from "@base-ui/react/field";
import type { ComponentProps } from "react";
import { cn } from "./cn";
import { controlFrame } from "./control-style";

/** Several lines; grows with what is typed, from `rows` up to 20 lines. */
export function Textarea({ className, rows = 4, ...rest }: ComponentProps<"textarea">) {
  return (
    <Base.Control
      render={<textarea rows={rows} />}
      className={cn(
        controlFrame,
        "field-sizing-content max-h-110 resize-y py-2",
        "focus-visible:border-accent-ink focus-visible:-outline-offset-1",
        className,
      )}
      {...(rest as ComponentProps<typeof Base.Control>)}
    />
  );
}
