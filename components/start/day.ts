export interface Day {
  /** "2026-11-24" */
  day: string;
  well: number;
  ill: number;
  /** What goes well on this weekday as a rule; undefined: nobody can know yet. */
  usual?: number;
}

/** A day's date needs no zone: noon in UTC is on that day. */
export const READ_IN = "UTC";

export const noon = ({ day }: Day) => new Date(`${day}T12:00:00Z`);
