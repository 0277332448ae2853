"use client";

import { ChevronsUpDown } from "lucide-react";
import type { ComponentProps } from "react";
import { cn } from "./cn";
import { controlFrame } from "./control-style";
import { useField } from "./field";

export interface ChoiceButtonProps extends ComponentProps<"button"> {
  "aria-expanded": boolean;
  /** Words of what is chosen; null shows the placeholder. */
  chosen: string | null;
  placeholder?: string;
  /** quiet: a filter above a list, whose border steps back. */
  look?: "field" | "quiet";
}

/** The closed face of a Select or Combobox. */
export function ChoiceButton(props: ChoiceButtonProps) {
  const { chosen, placeholder, look = "field", className, "aria-expanded": open, ...rest } = props;
  const field = useField();
  return (
    <button
      type="button"
      role="combobox"
      aria-expanded={open}
      className={cn(
        controlFrame,
        "focus-visible:border-accent-ink focus-visible:-outline-offset-1",
        look === "quiet" && "border-line-strong",
        className,
      )}
      {...field}
      {...rest}
    >
      <span className={cn("min-w-0 flex-1 truncate", chosen === null && "text-ink-3")}>
        {chosen ?? placeholder}
      </span>
      <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-ink-3" />
    </button>
  );
}
