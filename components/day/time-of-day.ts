const DAY_MINUTES = 1_440;

/** "9:00" or "17.30" as minutes since midnight; not a number: no time of a day. */
export function minutesOf(text: string): number {
  const [, hour, minute] = /^\s*(\d{1,2})[:.](\d{2})\s*$/.exec(text) ?? [];
  const minutes = Number(hour) * 60 + Number(minute);
  return Number(minute) < 60 && minutes <= DAY_MINUTES ? minutes : Number.NaN;
}

/** "9:00", as it is typed. */
export const typedTime = (minutes: number) =>
  `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;

/** "09:00", as a clock has it; empty: no time of a day. */
export const clockTime = (minutes: number) =>
  minutes < DAY_MINUTES ? typedTime(minutes).padStart(5, "0") : "";
