"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { useLocale } from "next-intl";
import { DayPicker } from "react-day-picker";
import { enGB } from "react-day-picker/locale/en-GB";
import { pl } from "react-day-picker/locale/pl";
import { formatWeekday } from "@/lib/format-date";
import { buttonStyle } from "../ui/button-style";

interface CalendarProps {
  /** "2026-11-24"; empty: none is chosen yet. */
  value: string;
  /** In the store's zone. */
  today: string;
  /** The first and the last day that may be chosen. */
  from?: string;
  until?: string;
  label: string;
  onChange(day: string): void;
}

/** The picker thinks in the browser's days, so a day goes in and out by its date alone. */
const dateOf = (day: string) => new Date(`${day}T12:00`);
const dayOf = (date: Date) =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, "0"))
    .join("-");

const arrow = buttonStyle({ variant: "ghost", size: "icon" });

/** react-day-picker in the look's clothes: arrows, Page Up and Page Down, Home and End work as it has them. */
export function Calendar({ value, today, from, until, label, onChange }: CalendarProps) {
  const first = from ? dateOf(from) : undefined;
  const last = until ? dateOf(until) : undefined;
  const locale = useLocale();
  const chosen = value ? dateOf(value) : undefined;
  return (
    <DayPicker
      mode="single"
      required
      aria-label={label}
      locale={locale === "pl" ? pl : enGB}
      formatters={{
        formatWeekdayName: (date) =>
          formatWeekday(new Date(`${dayOf(date)}T12:00Z`), { locale, zone: "UTC" }),
      }}
      selected={chosen}
      defaultMonth={chosen ?? last ?? dateOf(today)}
      today={dateOf(today)}
      startMonth={first}
      endMonth={last}
      disabled={[...(first ? [{ before: first }] : []), ...(last ? [{ after: last }] : [])]}
      onSelect={(date) => onChange(dayOf(date))}
      components={{
        Chevron: ({ orientation }) =>
          orientation === "left" ? <ChevronLeft aria-hidden /> : <ChevronRight aria-hidden />,
      }}
      classNames={{
        root: "w-70",
        months: "relative",
        month_caption: "flex h-9 items-center pl-2 font-medium first-letter:uppercase",
        nav: "absolute top-0 right-0 flex gap-1",
        button_previous: arrow,
        button_next: arrow,
        month_grid: "mt-1 w-full border-collapse",
        weekday: "h-8 text-center font-normal text-note text-ink-2",
        day: "p-0 text-center",
        day_button:
          "size-9 rounded-control hover:bg-sunken disabled:text-ink-3 disabled:opacity-60 disabled:hover:bg-transparent",
        today: "font-medium text-accent-ink",
        selected: "[&>button]:bg-accent [&>button]:text-on-accent [&>button]:hover:bg-accent-hover",
      }}
    />
  );
}
