/** Milliseconds, rounded to a tenth. */
export type Spread = { count: number; p50: number; p95: number; p99: number; max: number };

export function spread(values: number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => tenth(sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN);
  return { count: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) };
}

export const tenth = (value: number) => Math.round(value * 10) / 10;
