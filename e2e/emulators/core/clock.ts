/** Epoch ms. Tests hand in their own, so that queues and rate windows need no waiting. */
export type Now = () => number;

/** Queued work has no timers: it carries its due time and is settled when somebody looks. */
export function takeDue<Item extends { dueAt: number }>(queue: Item[], now: number): Item[] {
  const due = queue.filter((item) => item.dueAt <= now);
  if (due.length > 0) queue.splice(0, queue.length, ...queue.filter((item) => item.dueAt > now));
  return due;
}

export function iso(at: number): string {
  return new Date(at).toISOString();
}

/** `2026-11-24T09:12:30+0000`: ISO without milliseconds, UTC, with the given suffix. */
export function isoSeconds(at: number, suffix = "Z"): string {
  return `${iso(at).slice(0, 19)}${suffix}`;
}

/** `2026-11-24 09:12:30`, UTC. */
export function sqlSeconds(at: number): string {
  return iso(at).slice(0, 19).replace("T", " ");
}
