/** No sender repeats an event for longer: an older time of its own is a wrong clock, or a sample sent again. */
const LATEST_REPEAT_MS = 3 * 24 * 3_600_000;

/** From when a run's moment counts: the event's own time, as long as that can be true. */
export function anchorOf(at: Date, event: { occurredAt: Date; receivedAt: Date }): Date {
  if (at.getTime() !== event.occurredAt.getTime()) return at;
  const late = event.receivedAt.getTime() - at.getTime();
  return late > LATEST_REPEAT_MS || late < 0 ? event.receivedAt : at;
}
