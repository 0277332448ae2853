"use client";

import { CircleX } from "lucide-react";
import { createContext, type ReactNode, use, useId } from "react";
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
  disabled?: boolean;
  className?: string;
  /** One control: Input, Textarea, SecretInput, Select or Combobox. */
  children: ReactNode;
}

interface Wiring {
  id?: string;
  "aria-labelledby"?: string;
  "aria-describedby"?: string;
  "aria-invalid"?: true;
  disabled?: boolean;
}

const FieldContext = createContext<Wiring>({});

/** What a control takes over from the `Field` around it; nothing when it stands alone. */
export function useField(): Wiring {
  return use(FieldContext);
}

/** Label, control, error and hint of one control, told to each other through aria. */
export function Field(props: FieldProps) {
  const { label, labelHidden, hint, error, aside, disabled, className, children } = props;
  const id = useId();
  const [labelId, errorId, hintId] = [`${id}label`, `${id}error`, `${id}hint`];
  const described = [error ? errorId : "", hint ? hintId : ""].filter(Boolean).join(" ");
  return (
    <div className={cn("grid min-w-0 content-start gap-1.5", className)}>
      <div className={cn("flex items-baseline justify-between gap-4", labelHidden && "sr-only")}>
        <label id={labelId} htmlFor={id} className="text-small font-medium">
          {label}
        </label>
        {aside}
      </div>
      <FieldContext
        value={{
          id,
          "aria-labelledby": labelId,
          "aria-describedby": described || undefined,
          "aria-invalid": error ? true : undefined,
          disabled,
        }}
      >
        {children}
      </FieldContext>
      {error ? (
        <p id={errorId} className="flex gap-1.5 text-small text-bad">
          <CircleX aria-hidden className="mt-0.5 size-4 shrink-0" />
          <span className="min-w-0">{error}</span>
        </p>
      ) : null}
      {hint ? (
        <div id={hintId} className="text-pretty text-small text-ink-2">
          {hint}
        </div>
      ) : null}
    </div>
  );
}
