"use client";

import { Check, Minus } from "lucide-react";
import {
  type ComponentProps,
  type ReactNode,
  useEffect,
  useId,
  useImperativeHandle,
  useRef,
} from "react";
import { cn } from "./cn";
import { useField } from "./field";

export interface CheckboxProps extends Omit<ComponentProps<"input">, "type" | "onChange"> {
  onCheckedChange?(checked: boolean): void;
  /** Some of what it stands for is chosen, not all. */
  indeterminate?: boolean;
  /** Without it the box needs a `Field` around it, or `aria-label`. */
  label?: ReactNode;
  className?: string;
}

const mark = "pointer-events-none absolute m-0.5 hidden size-3 text-on-accent";

export function Checkbox(props: CheckboxProps) {
  const { label, className, indeterminate = false, onCheckedChange, ref, ...rest } = props;
  const id = useId();
  const field = useField();
  const input = useRef<HTMLInputElement>(null);
  useImperativeHandle(ref, () => input.current as HTMLInputElement, []);
  useEffect(() => {
    if (input.current) input.current.indeterminate = indeterminate;
  }, [indeterminate]);
  const box = (
    <span className="relative inline-flex size-4 shrink-0">
      <input
        ref={input}
        type="checkbox"
        {...(label === undefined ? field : { id })}
        onChange={(event) => onCheckedChange?.(event.target.checked)}
        className={cn(
          // The pseudo-element makes 16 px of box 32 px of target.
          "peer relative size-full cursor-pointer appearance-none rounded-check border border-control bg-raised before:absolute before:-inset-2",
          "checked:border-accent-ink checked:bg-accent indeterminate:border-accent-ink indeterminate:bg-accent",
          "disabled:cursor-not-allowed disabled:opacity-50 aria-invalid:border-bad",
        )}
        {...rest}
      />
      <Check
        aria-hidden
        strokeWidth={2.5}
        className={cn(mark, !indeterminate && "peer-checked:block")}
      />
      <Minus aria-hidden strokeWidth={2.5} className={cn(mark, "peer-indeterminate:block")} />
    </span>
  );
  if (label === undefined) return box;
  return (
    <span className={cn("inline-flex items-start gap-2.5", className)}>
      <span className="flex h-[1.3125rem] items-center">{box}</span>
      <label htmlFor={id} className="cursor-pointer">
        {label}
      </label>
    </span>
  );
}
