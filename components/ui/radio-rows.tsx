"use client";

import { Check } from "lucide-react";
import { cn } from "./cn";
import { type RadioProps, spreadInput, useRadioGroup } from "./radio-group";

const frame = [
  "relative rounded-control border border-line-strong bg-raised transition-colors hover:border-control",
  "has-checked:border-accent-ink has-checked:shadow-[inset_0_0_0_1px_var(--color-accent-ink)]",
  "has-disabled:bg-sunken has-disabled:text-ink-3 has-disabled:hover:border-line-strong",
].join(" ");

/** The dot grows from the ring: 5 px of border leave 6 px of white. */
const dot =
  "pointer-events-none mt-[2.5px] size-4 shrink-0 rounded-full border border-control bg-raised peer-checked:border-5 peer-checked:border-accent peer-checked:bg-[#fff]";

const COLUMNS = { 1: "", 2: "md:grid-cols-2", 3: "md:grid-cols-3" };

/** Up to four choices, each with its words in full. */
export function RadioRows<V extends string>({
  columns = 1,
  ...props
}: RadioProps<V> & { columns?: 1 | 2 | 3 }) {
  const { unique, group, input } = useRadioGroup(props);
  return (
    <div {...group} className={cn("grid gap-2", COLUMNS[columns], props.className)}>
      {props.options.map((option) => {
        const id = `${unique}${option.value}`;
        return (
          <div
            key={option.value}
            className={cn(
              frame,
              "group/option flex flex-wrap items-start gap-x-2.5 gap-y-1 px-3 py-[8.5px] max-md:py-[10.5px]",
            )}
          >
            <input {...input(option)} aria-labelledby={id} className={cn("peer", spreadInput)} />
            <span className={dot} />
            {option.icon}
            <span id={id} className="min-w-0 flex-1 has-[~*]:min-w-40">
              <span className="block group-has-checked/option:font-medium">{option.label}</span>
              {option.note ? (
                <span className="block text-pretty text-small text-ink-2">{option.note}</span>
              ) : null}
            </span>
            {option.end ? (
              <span className="flex flex-wrap items-center gap-x-3 max-md:w-full max-md:pl-6.5 [&_a]:relative [&_button]:relative">
                {option.end}
              </span>
            ) : null}
          </div>
        );
      })}
    </div>
  );
}

/** Choices known by their picture: a mark above its name, two columns on a phone. */
export function RadioTiles<V extends string>(props: RadioProps<V>) {
  const { unique, group, input } = useRadioGroup(props);
  return (
    <div
      {...group}
      className={cn(
        "grid grid-cols-2 gap-2 md:grid-cols-[repeat(auto-fill,minmax(8.25rem,1fr))]",
        props.className,
      )}
    >
      {props.options.map((option) => (
        <div
          key={option.value}
          className={cn(
            frame,
            "group/option grid min-w-0 justify-items-start gap-1 p-2 text-small not-has-disabled:hover:bg-sunken has-checked:bg-raised has-checked:font-medium",
            "max-md:flex max-md:min-h-11 max-md:items-center max-md:gap-2",
          )}
        >
          <input
            {...input(option)}
            aria-labelledby={`${unique}${option.value}`}
            className={spreadInput}
          />
          {option.icon}
          <span
            id={`${unique}${option.value}`}
            className="min-w-0 max-w-full tracking-[-0.015em] wrap-break-word"
          >
            {option.label}
          </span>
          <Check
            aria-hidden
            className="absolute top-2 right-2 hidden size-4 text-accent-ink group-has-checked/option:block max-md:top-1 max-md:right-1 max-md:size-3.5"
          />
        </div>
      ))}
    </div>
  );
}
