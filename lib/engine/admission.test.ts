import { expect, test } from "vitest";
import { admit, type Candidate, type Gate, type Need } from "./admission";

const place = (key: string, limit: number): Need => ({ key, limit });
const start = (key: string): Need => ({ key, throttle: { limit: 1, periodMs: 1000, burst: 0 } });
const job = (jobId: string, needs: Need[], parked: string | null = null): Candidate => ({
  jobId,
  runId: `run ${jobId}`,
  needs,
  parked,
});
const empty = (keys: string[]) =>
  new Map<string, Gate>(keys.map((key) => [key, { tat: null, used: 0 }]));
const ids = (verdict: ReturnType<typeof admit>) => verdict.admitted.map(({ jobId }) => jobId);

test("a full gate stops its own line only", () => {
  const verdict = admit(
    [job("1", [place("full", 1)]), job("2", [place("full", 1)]), job("3", [place("free", 1)])],
    empty(["full", "free"]),
    new Set(),
    0,
  );
  expect(ids(verdict)).toEqual(["1", "3"]);
  expect(verdict.parked).toEqual([{ jobId: "2", key: "full" }]);
});

test("nobody new passes a line", () => {
  const verdict = admit([job("new", [place("a", 5)])], empty(["a"]), new Set(["a"]), 0);
  expect(verdict.parked).toEqual([{ jobId: "new", key: "a" }]);
});

test("who waits keeps its place, and is not parked again", () => {
  const waiting = [job("1", [start("t")], "t"), job("2", [start("t")], "t")];
  const verdict = admit(waiting, empty(["t"]), new Set(), 5000);
  expect(ids(verdict)).toEqual(["1"]);
  expect(verdict.parked).toEqual([]);
  expect(verdict.gates.get("t")?.tat).toBe(6000);
});

test("a throttle says when the next may start", () => {
  const verdict = admit(
    [job("1", [start("t")]), job("2", [start("t")])],
    empty(["t"]),
    new Set(),
    0,
  );
  expect(verdict.parked).toEqual([{ jobId: "2", key: "t" }]);
  const later = admit([job("2", [start("t")], "t")], verdict.gates, new Set(), 400);
  expect(later.wakes).toEqual(new Map([["t", 1000]]));
});

test("a start is not spent where a place is missing, nor a place where a start is", () => {
  const both = [place("p", 1), start("t")];
  const full = new Map<string, Gate>([
    ["p", { tat: null, used: 1 }],
    ["t", { tat: null, used: 0 }],
  ]);
  expect(admit([job("1", both)], full, new Set(), 0).gates.get("t")?.tat).toBeNull();
  const spent = new Map<string, Gate>([
    ["p", { tat: null, used: 0 }],
    ["t", { tat: 5000, used: 0 }],
  ]);
  const verdict = admit([job("1", both), job("2", [place("p", 1)])], spent, new Set(), 0);
  expect(ids(verdict)).toEqual(["2"]);
});
