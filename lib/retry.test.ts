import { describe, expect, test } from "vitest";
import { retryDelay } from "./retry";

describe("retryDelay", () => {
  test("keeps what the tool asked for to the second", () => {
    expect(retryDelay(1, { asked: 47 })).toBe(47);
    expect(retryDelay(20, { asked: 0 })).toBe(0);
  });

  test("grows along the tool's own delays and varies by a tenth", () => {
    const delays = [5, 300];
    expect(retryDelay(1, { delays, chance: 0.5 })).toBe(5);
    expect(retryDelay(2, { delays, chance: 0 })).toBeCloseTo(270);
    expect(retryDelay(2, { delays, chance: 1 })).toBeCloseTo(330);
  });

  test("ends: after the last delay, and for a tool that only ever asks to wait", () => {
    expect(retryDelay(3, { delays: [5, 300] })).toBeUndefined();
    expect(retryDelay(48, { asked: 1 })).toBeUndefined();
  });
});
