import { expect, test } from "vitest";
import { outlast, retry } from "./retry";

const at = new Date("2026-01-01T00:00:00Z");
const rules = { at, maxAttempts: 5 };
const tried = { attempt: 0, outageSince: null };

const waited = (transition: ReturnType<typeof retry>) =>
  transition.kind === "postpone" ? transition.due.getTime() - at.getTime() : null;

test.each([
  ["5", 5000],
  ["0", 1000],
  ["999999", 86_400_000],
  ["2026-01-01T00:01:00.000Z", 60_000],
  ["2025-01-01T00:00:00.000Z", 1000],
  ["Thu, 01 Jan 2026 00:00:30 GMT", 30_000],
])("Retry-After %s is %i ms", (header, expected) => {
  expect(waited(retry(tried, header, rules))).toBe(expected);
});

test("without Retry-After the pauses grow, with a jitter of 30 s", () => {
  const pauses = [15, 30, 60, 120, 300].map((seconds) => seconds * 1000);
  for (const [attempt, usual] of pauses.entries()) {
    const pause = waited(retry({ attempt, outageSince: null }, null, rules));
    expect(pause).toBeGreaterThanOrEqual(usual);
    expect(pause).toBeLessThanOrEqual(usual + 30_000);
  }
  expect(waited(retry(tried, "soon", { ...rules, retryDelayMs: 7 }))).toBe(7);
});

test("an outage keeps the attempt for 15 minutes, with pauses up to 10 s", () => {
  const pauses: (number | null)[] = [];
  let now = at;
  let transition = outlast(tried, "gone", rules);
  for (let i = 0; i < 8; i++) {
    expect(transition).toMatchObject({ attempt: 0, outageSince: at });
    if (transition.kind !== "postpone") break;
    pauses.push(transition.due.getTime() - now.getTime());
    now = transition.due;
    transition = outlast({ attempt: 0, outageSince: at }, "gone", { ...rules, at: now });
  }
  expect(pauses).toEqual([500, 500, 1000, 2000, 4000, 8000, 10_000, 10_000]);
  const late = { ...rules, at: new Date(at.getTime() + 15 * 60_000) };
  expect(outlast({ attempt: 0, outageSince: at }, "gone", late)).toMatchObject({ attempt: 1 });
  expect(outlast({ attempt: 4, outageSince: at }, "gone", late)).toEqual({
    kind: "fail",
    error: { name: "Error", message: "The app did not answer: gone" },
  });
});
