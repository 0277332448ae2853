import { Temporal } from "temporal-polyfill";

/** A cron expression: the values each field allows, in a time zone. */
export type Schedule = {
  source: string;
  timeZone: string;
  minutes: Set<number>;
  hours: Set<number>;
  days: Set<number>;
  months: Set<number>;
  /** 0 is Sunday. */
  weekdays: Set<number>;
  /** Both the day and the weekday are limited: cron then asks for either, not both. */
  eitherDay: boolean;
};

const FIELD = /^(\*|(\d+)(?:-(\d+))?)(?:\/(\d+))?$/;

function readSpan(text: string, min: number, max: number): number[] {
  const [, span, low, high, step = "1"] = FIELD.exec(text) ?? [];
  if (span === undefined) throw new Error(`"${text}" is not a field of a cron expression`);
  const open = span === "*" || (text.includes("/") && high === undefined);
  const from = span === "*" ? min : Number(low);
  const to = open ? max : Number(high ?? low);
  if (from < min || to > max || from > to || step === "0")
    throw new Error(`"${text}" is not within ${min}–${max}`);
  const count = Math.floor((to - from) / Number(step)) + 1;
  return Array.from({ length: count }, (_, index) => from + index * Number(step));
}

const readField = (text: string, min: number, max: number) =>
  new Set(text.split(",").flatMap((span) => readSpan(span, min, max)));

/** Reads "[TZ=zone ]minute hour day month weekday" in numbers; throws on anything else. Without a zone: UTC. */
export function readSchedule(source: string): Schedule {
  const [, timeZone = "UTC", fields = ""] = /^(?:TZ=(\S+)\s+)?(.*)$/.exec(source.trim()) ?? [];
  const parts = fields.split(/\s+/);
  const [minute, hour, day, month, weekday] = parts;
  if (parts.length !== 5 || !minute || !hour || !day || !month || !weekday)
    throw new Error("a cron expression has five fields");
  Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(timeZone);
  const weekdays = readField(weekday, 0, 7);
  if (weekdays.has(7)) weekdays.add(0);
  return {
    source,
    timeZone,
    minutes: readField(minute, 0, 59),
    hours: readField(hour, 0, 23),
    days: readField(day, 1, 31),
    months: readField(month, 1, 12),
    weekdays,
    eitherDay: !day.startsWith("*") && !weekday.startsWith("*"),
  };
}

/** Whether the schedule names the minute that `instant` lies in. */
export function isScheduled(schedule: Schedule, instant: Date): boolean {
  const local = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(
    schedule.timeZone,
  );
  const day = schedule.days.has(local.day);
  const weekday = schedule.weekdays.has(local.dayOfWeek % 7);
  return (
    schedule.minutes.has(local.minute) &&
    schedule.hours.has(local.hour) &&
    schedule.months.has(local.month) &&
    (schedule.eitherDay ? day || weekday : day && weekday)
  );
}
