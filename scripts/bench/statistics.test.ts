import { expect, test } from "vitest";
import { spread } from "./statistics";

test("picks the value below which the share lies", () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
  expect(spread(hundred)).toEqual({ count: 100, p50: 50, p95: 95, p99: 99, max: 100 });
  expect(spread([7])).toEqual({ count: 1, p50: 7, p95: 7, p99: 7, max: 7 });
  expect(spread([]).p50).toBeNaN();
});
