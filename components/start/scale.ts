/** Steps a person reads at a glance. */
const STEPS = [1, 2, 5];
const MARKS = 3;

/** A vertical axis from 0 in at most four round steps that holds `most`. */
export function scaleOf(most: number): { top: number; marks: number[] } {
  const rough = Math.max(most, 1) / MARKS;
  const power = 10 ** Math.max(0, Math.floor(Math.log10(rough)));
  const step = (STEPS.find((times) => times * power >= rough) ?? 10) * power;
  const count = Math.max(1, Math.ceil(most / step));
  return { top: step * count, marks: Array.from({ length: count + 1 }, (_, at) => at * step) };
}
