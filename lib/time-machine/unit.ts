export const LEAP_UNITS = ["hours", "days", "weeks"] as const;
