"use client";

import { type ReactNode, useState } from "react";
import { Field } from "../ui/field";
import { Input } from "../ui/input";

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
  const [typed, type] = useState(() => clock(minutes));
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

const clock = (minutes: number) =>
  `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;

/** "9:00" or "17.30" since midnight; not a number: no time. */
function minutesOf(text: string): number {
  const [, hour, minute] = /^\s*(\d{1,2})[:.](\d{2})\s*$/.exec(text) ?? [];
  return Number(minute) < 60 ? Number(hour) * 60 + Number(minute) : Number.NaN;
}
