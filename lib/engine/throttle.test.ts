import { expect, test } from "vitest";
import { type Throttle, takeStart } from "./throttle";

/** When `count` starts asked for at 0 happen, each as soon as it may. */
function starts(count: number, throttle: Throttle): number[] {
  const times: number[] = [];
  let [tat, at]: [number | null, number] = [null, 0];
  while (times.length < count) {
    const start = takeStart(tat, at, throttle);
    if ("tat" in start) {
      tat = start.tat;
      times.push(at);
    } else at = start.allowedAt;
  }
  return times;
}

test("limit at once, then one each interval", () => {
  expect(starts(4, { limit: 2, periodMs: 4000, burst: 0 })).toEqual([0, 0, 2000, 4000]);
  expect(starts(4, { limit: 1, periodMs: 1000, burst: 2 })).toEqual([0, 0, 0, 1000]);
});

test("odd rates do not drift", () => {
  const times = starts(31, { limit: 3, periodMs: 1000, burst: 0 });
  expect(times.at(-1)).toBe(9334);
});

test("after a pause it begins anew, but saves nothing up", () => {
  const throttle = { limit: 2, periodMs: 1000, burst: 0 };
  const late = takeStart(1000, 60_000, throttle);
  expect(late).toEqual({ tat: 60_500 });
});
