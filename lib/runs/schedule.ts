import { dueAt } from "@/lib/automations/due";
import { opensAt } from "@/lib/automations/sending-window";
import { now } from "@/lib/clock";
import type { Snapshot } from "./snapshot";

type Timed = Pick<Snapshot, "moment" | "late" | "sendingWindow">;

/**
 * When a run whose trigger's moment is `anchor` is due, and how it begins: it waits, or it can't
 * come before the event any more and is skipped, unless the automation says otherwise. What is past
 * already happens at once, or as the sending window opens next. `at`: when it becomes known.
 */
export function schedule(
  anchor: Date,
  { moment, late, sendingWindow }: Timed,
  timeZone: string,
  at = now(),
) {
  const meant = dueAt(anchor, moment, timeZone);
  const due = sendingWindow ? opensAt(meant < at ? at : meant, sendingWindow, timeZone) : meant;
  const mustPrecede = moment?.side === "before" && late === "skip";
  if (mustPrecede && meant < at) return skipped(meant, "momentPast", at);
  if (mustPrecede && due >= anchor) return skipped(due, "windowAfterEnd", at);
  return { status: "waiting", dueAt: due, wakeAt: due } as const;
}

const skipped = <R extends string>(dueAt: Date, reason: R, finishedAt: Date) =>
  ({ status: "skipped", reason, dueAt, finishedAt, wakeAt: null }) as const;
