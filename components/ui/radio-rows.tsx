"use client";

import { Radio } from "@base-ui/react/radio";
import { RadioGroup } from "@base-ui/react/radio-group";
import { Check } from "lucide-react";
import { type ReactNode, useId } from "react";
import { cn } from "./cn";

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

interface RadioProps<V extends string> {
  options: readonly RadioOption<V>[];
  value: V | null;
  onChange(value: NoInfer<V>): void;
  /** Name of the group; or `aria-labelledby`. */
  "aria-label"?: string;
  "aria-labelledby"?: string;
  name?: string;
  disabled?: boolean;
  className?: string;
}

const frame = [
  "relative cursor-pointer rounded-control border border-line-strong bg-raised transition-colors hover:border-control",
  "has-data-checked:border-accent-ink has-data-checked:shadow-[inset_0_0_0_1px_var(--color-accent-ink)]",
  "has-data-disabled:cursor-not-allowed has-data-disabled:text-ink-3",
  "has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-offset-2 has-[:focus-visible]:outline-accent-ink",
].join(" ");

/** Up to four choices, each with its words in full. */
export function RadioRows<V extends string>({
  options,
  columns = 1,
  ...group
}: RadioProps<V> & { columns?: 1 | 2 | 3 }) {
  const id = useId();
  return (
    <Group {...group} className={cn("gap-2", COLUMNS[columns], group.className)}>
      {options.map((option) => (
        // biome-ignore lint/a11y/noLabelWithoutControl: the radio inside is its control
        <label
          key={option.value}
          className={cn(
            frame,
            "group/option flex flex-wrap items-start gap-x-2.5 gap-y-1 px-3 py-[8.5px] max-md:py-[10.5px]",
          )}
        >
          <Radio.Root
            value={option.value}
            disabled={option.disabled}
            aria-labelledby={`${id}-${option.value}`}
            className={dot}
          />
          {option.icon}
          <span id={`${id}-${option.value}`} className="min-w-0 flex-1 has-[~*]:min-w-40">
            <span className="block group-has-data-checked/option:font-medium">{option.label}</span>
            {option.note ? (
              <span className="block text-pretty text-small text-ink-2">{option.note}</span>
            ) : null}
          </span>
          {option.end ? (
            <span className="flex flex-wrap items-center gap-x-3 max-md:w-full max-md:pl-6.5">
              {option.end}
            </span>
          ) : null}
        </label>
      ))}
    </Group>
  );
}

/** Choices known by their picture: a mark above its name, two columns on a phone. */
export function RadioTiles<V extends string>({ options, ...group }: RadioProps<V>) {
  return (
    <Group
      {...group}
      className={cn(
        "grid-cols-2 gap-2 md:grid-cols-[repeat(auto-fill,minmax(8.25rem,1fr))]",
        group.className,
      )}
    >
      {options.map((option) => (
        <Radio.Root
          key={option.value}
          value={option.value}
          disabled={option.disabled}
          className={cn(
            "group relative grid min-w-0 cursor-pointer justify-items-start gap-1 rounded-control border border-line-strong bg-raised p-2 text-left text-small",
            "transition-colors hover:border-control hover:bg-sunken max-md:flex max-md:min-h-11 max-md:items-center max-md:gap-2 max-md:px-2",
            "data-checked:border-accent-ink data-checked:bg-raised data-checked:font-medium data-checked:shadow-[inset_0_0_0_1px_var(--color-accent-ink)]",
            "data-disabled:cursor-not-allowed data-disabled:bg-sunken data-disabled:text-ink-3",
          )}
        >
          {option.icon}
          <span className="min-w-0 max-w-full tracking-[-0.015em] wrap-break-word">
            {option.label}
          </span>
          <Check
            aria-hidden
            className="absolute top-2 right-2 hidden size-4 text-accent-ink group-data-checked:block max-md:top-1 max-md:right-1 max-md:size-3.5"
          />
        </Radio.Root>
      ))}
    </Group>
  );
}

const COLUMNS = { 1: "", 2: "md:grid-cols-2", 3: "md:grid-cols-3" };

/** The dot grows from the ring: 5 px of border leave 6 px of white. */
const dot =
  "mt-[2.5px] size-4 shrink-0 rounded-full border border-control bg-raised outline-none data-checked:border-5 data-checked:border-accent data-checked:bg-[#fff]";

function Group<V extends string>({
  value,
  onChange,
  className,
  children,
  ...rest
}: Omit<RadioProps<V>, "options"> & { children: ReactNode }) {
  return (
    <RadioGroup
      value={value}
      onValueChange={(next) => onChange(next as V)}
      className={cn("grid", className)}
      {...rest}
    >
      {children}
    </RadioGroup>
  );
}
