"use client";

import { type ReactNode, useState } from "react";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { minutesOf, typedTime } from "./time-of-day";

interface TimeFieldProps {
  label: string;
  /** Since midnight; not a number: what is typed is no time. */
  minutes: number;
  onChange(minutes: number): void;
  hint?: ReactNode;
  error: string | undefined;
  className?: string;
}

/** Typed, since the browser's own field would follow the browser's language instead of the page's. */
export function TimeField({ minutes, onChange, className, ...field }: TimeFieldProps) {
  const [typed, type] = useState(() => typedTime(minutes));
  return (
    <Field {...field} className={className}>
      <Input
        inputMode="numeric"
        maxLength={5}
        className="w-24"
        value={typed}
        onChange={({ target }) => {
          type(target.value);
          onChange(minutesOf(target.value));
        }}
      />
    </Field>
  );
}
