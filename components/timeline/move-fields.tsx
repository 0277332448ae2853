"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { TimeField } from "../day/time-field";
import { clockTime, minutesOf } from "../day/time-of-day";
import { RadioRows } from "../ui/radio-rows";
import { Skeleton } from "../ui/skeleton";
import { useLater } from "../ui/use-later";

/** Later by days, or to a day and a time on the store's clock. */
export type MoveChoice = { days: number } | { day: string; time: string };

const MORNING = "09:00";
const load = () => import("../day/calendar");

interface MoveFieldsProps {
  value: MoveChoice;
  onChange(value: MoveChoice): void;
  /** "2026-11-24" in the store's zone. */
  today: string;
  zone: string;
}

export function MoveFields({ value, onChange, today, zone }: MoveFieldsProps) {
  const t = useTranslations("timeline.moveTo");
  const choice = "days" in value ? (value.days === 1 ? "day" : "week") : "date";
  return (
    <div className="grid gap-4">
      <RadioRows
        aria-label={t("label")}
        columns={3}
        value={choice}
        onChange={(next) =>
          onChange(
            next === "date" ? { day: today, time: MORNING } : { days: next === "day" ? 1 : 7 },
          )
        }
        options={[
          { value: "day", label: t("day") },
          { value: "week", label: t("week") },
          { value: "date", label: t("date") },
        ]}
      />
      {"day" in value ? (
        <div className="flex flex-wrap items-start gap-x-6 gap-y-4">
          <LaterCalendar
            value={value.day}
            from={today}
            today={today}
            label={t("calendar")}
            onChange={(day) => onChange({ ...value, day })}
          />
          <TimeField
            label={t("time")}
            hint={t("zone", { zone })}
            error={value.time ? undefined : t("noTime")}
            minutes={minutesOf(value.time)}
            onChange={(minutes) => onChange({ ...value, time: clockTime(minutes) })}
          />
        </div>
      ) : null}
    </div>
  );
}

interface LaterCalendarProps {
  value: string;
  from: string;
  today: string;
  label: string;
  onChange(day: string): void;
}

/** The calendar is fetched when a day is to be chosen. */
function LaterCalendar(props: LaterCalendarProps) {
  const [parts, want] = useLater(load);
  useEffect(want, [want]);
  return parts ? <parts.Calendar {...props} /> : <Skeleton className="h-72 w-70" />;
}
