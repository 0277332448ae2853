const UNITS: Record<string, number> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

const DURATION = /^(?:\d+(?:\.\d+)?(?:ms|[smhdw]))+$/;
const PART = /(\d+(?:\.\d+)?)(ms|[smhdw])/g;

/** Milliseconds of "60s" or "4w2d"; null for anything else. */
export function readDuration(text: string): number | null {
  if (!DURATION.test(text)) return null;
  let total = 0;
  for (const [, amount, unit] of text.matchAll(PART))
    total += Number(amount) * (UNITS[unit ?? ""] ?? 0);
  return Math.round(total);
}

/** The moment that a sleep names: a duration from `from` on, or an ISO instant; null for anything else. */
export function readMoment(text: string, from: Date): Date | null {
  const duration = readDuration(text);
  if (duration !== null) return new Date(from.getTime() + duration);
  const instant = /^\d{4}-\d\d-\d\dT/.test(text) ? new Date(text) : null;
  return instant && !Number.isNaN(instant.getTime()) ? instant : null;
}
