"use client";

import { Field as Base } from "@base-ui/react/field";
import { CircleX } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn";

export interface FieldProps {
  label: ReactNode;
  /** Keeps the label for those who hear the page only. */
  labelHidden?: boolean;
  hint?: ReactNode;
  /** Words of what is wrong; their presence marks the control as invalid. */
  error?: ReactNode;
  /** Stands at the right of the label, for example a link that creates what is to be chosen. */
  aside?: ReactNode;
  name?: string;
  disabled?: boolean;
  className?: string;
  /** One control: Input, Textarea, SecretInput, Select, Combobox, Switch or Checkbox. */
  children: ReactNode;
}

/** Label, control, error and hint of one control, told to each other through aria. */
export function Field(props: FieldProps) {
  const { label, labelHidden, hint, error, aside, name, disabled, className, children } = props;
  return (
    <Base.Root
      name={name}
      disabled={disabled}
      invalid={Boolean(error)}
      className={cn("grid min-w-0 content-start gap-1.5", className)}
    >
      <div className={cn("flex items-baseline justify-between gap-4", labelHidden && "sr-only")}>
        <Base.Label className="text-small font-medium">{label}</Base.Label>
        {aside}
      </div>
      {children}
      {error ? (
        <Base.Error match className="flex gap-1.5 text-small text-bad">
          <CircleX aria-hidden className="mt-0.5 size-4 shrink-0" />
          <span className="min-w-0">{error}</span>
        </Base.Error>
      ) : null}
      {hint ? (
        <Base.Description className="text-pretty text-small text-ink-2">{hint}</Base.Description>
      ) : null}
    </Base.Root>
  );
}
