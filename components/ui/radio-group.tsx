"use client";

import { type ComponentProps, type ReactNode, useId } from "react";
import { useField } from "./field";

export interface RadioOption<V extends string> {
  value: V;
  label: ReactNode;
  /** What choosing this means. */
  note?: ReactNode;
  /** At the right: a status, a link that mends it. */
  end?: ReactNode;
  icon?: ReactNode;
  disabled?: boolean;
}

export interface RadioProps<V extends string> {
  options: readonly RadioOption<V>[];
  value: V | null;
  onChange(value: NoInfer<V>): void;
  onBlur?(): void;
  /** Name of the group, where no `Field` around it gives one. */
  "aria-label"?: string;
  "aria-labelledby"?: string;
  name?: string;
  disabled?: boolean;
  className?: string;
}

/** The group's own attributes, and those of each of its inputs. */
export function useRadioGroup<V extends string>(props: RadioProps<V>) {
  const unique = useId();
  const field = useField();
  const label = props["aria-label"];
  const labelledBy = props["aria-labelledby"] ?? (label ? undefined : field["aria-labelledby"]);
  const group: ComponentProps<"div"> = {
    role: "radiogroup",
    "aria-label": label,
    "aria-labelledby": labelledBy,
    "aria-describedby": field["aria-describedby"],
    onBlur: props.onBlur,
  };
  const input = (option: RadioOption<V>): ComponentProps<"input"> => ({
    type: "radio",
    name: props.name ?? unique,
    value: option.value,
    checked: option.value === props.value,
    onChange: () => props.onChange(option.value),
    disabled: option.disabled ?? props.disabled ?? field.disabled,
  });
  return { unique, group, input };
}

/** An input as large as what it stands in: all of it can be pressed, and shows the focus. */
export const spreadInput =
  "absolute inset-0 size-full cursor-pointer appearance-none rounded-[inherit] disabled:cursor-not-allowed";
