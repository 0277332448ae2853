"use client";

import { CalendarDays } from "lucide-react";
import { useLocale } from "next-intl";
import { formatDayKey } from "@/lib/format-date";
import { cn } from "../ui/cn";
import { controlFrame } from "../ui/control-style";
import { usePopup } from "../ui/use-popup";

const load = () => import("./day-popup");

export interface DayFieldProps {
  /** "2026-11-24"; empty: none is chosen. */
  value: string;
  onChange(day: string): void;
  label: string;
  /** Before the day, inside the field. */
  short: string;
  /** Instead of the day, and what the button in the calendar says that leads back to it. */
  any: string;
  /** In the store's zone. */
  today: string;
  from?: string;
  until?: string;
  className?: string;
}

/** A day, written in the page's language: the browser's own field would follow the browser's. */
export function DayField({ className, ...props }: DayFieldProps) {
  const { value, label, short, any } = props;
  const { parts, popup, trigger } = usePopup(load);
  const locale = useLocale();
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-label={`${label}: ${value ? formatDayKey(value, locale) : any}`}
        className={cn(
          controlFrame,
          "border-line-strong focus-visible:border-accent-ink focus-visible:-outline-offset-1",
          className,
        )}
        {...trigger}
      >
        <span className="text-small text-ink-2">{short}</span>
        <span className={cn("min-w-0 flex-1 truncate", !value && "text-ink-3")}>
          {value ? formatDayKey(value, locale) : any}
        </span>
        <CalendarDays aria-hidden className="size-4 shrink-0 text-ink-3" />
      </button>
      {parts ? <parts.DayPopup {...popup} {...props} /> : null}
    </>
  );
}
