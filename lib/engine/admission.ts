import type { Gates } from "./fan-out";
import type { Definition } from "./registration";
import { type Throttle, takeStart } from "./throttle";

/** What a call needs before it may be made: a place among `limit`, or a start under a throttle. */
export type Need = { key: string; limit: number } | { key: string; throttle: Throttle };

export type Candidate = {
  jobId: string;
  runId: string;
  needs: Need[];
  /** The gate it waits at already. */
  parked: string | null;
};

export type Gate = { tat: number | null; used: number };

export type Verdict = {
  admitted: { jobId: string; runId: string; slots: string[] }[];
  parked: { jobId: string; key: string }[];
  gates: Map<string, Gate>;
  /** Milliseconds at which a throttle lets the next one through. */
  wakes: Map<string, number>;
};

/** A throttle counts starts of runs, a concurrency limit every call. */
export function needsOf(
  definition: Definition | undefined,
  gates: Gates | null,
  started: boolean,
): Need[] {
  if (!definition || !gates) return [];
  const places = definition.concurrency.flatMap(({ limit }, index) => {
    const key = gates.concurrency[index];
    return key === undefined ? [] : [{ key, limit }];
  });
  const { throttle } = definition;
  const start = throttle && gates.throttle && !started ? [{ key: gates.throttle, throttle }] : [];
  return [...places, ...start];
}

type Passed = { gate: Gate } | { stop: Need; allowedAt: number | null };

function passOne(need: Need, gate: Gate, at: number): Passed {
  if ("limit" in need) {
    if (gate.used >= need.limit) return { stop: need, allowedAt: null };
    return { gate: { ...gate, used: gate.used + 1 } };
  }
  const start = takeStart(gate.tat, at, need.throttle);
  if ("allowedAt" in start) return { stop: need, allowedAt: start.allowedAt };
  return { gate: { ...gate, tat: start.tat } };
}

/** All gates or none: a start is not spent on a throttle where a place is missing. */
function passAll(
  needs: readonly Need[],
  gates: ReadonlyMap<string, Gate>,
  isClosed: (key: string) => boolean,
  at: number,
): { gates: Map<string, Gate> } | { stop: Need; allowedAt: number | null } {
  const after = new Map<string, Gate>();
  for (const need of needs) {
    if (isClosed(need.key)) return { stop: need, allowedAt: null };
    const passed = passOne(need, gates.get(need.key) ?? { tat: null, used: 0 }, at);
    if ("stop" in passed) return passed;
    after.set(need.key, passed.gate);
  }
  return { gates: after };
}

/**
 * Lets candidates through in their order. One that is stopped at a gate closes it to those behind, and only that gate,
 * so that a full integration does not hold up its neighbours. `lines` are gates where others wait already: who waits
 * nowhere yet goes to the end of them.
 */
export function admit(
  candidates: readonly Candidate[],
  gates: ReadonlyMap<string, Gate>,
  lines: ReadonlySet<string>,
  at: number,
): Verdict {
  const left = new Map(gates);
  const verdict: Verdict = { admitted: [], parked: [], gates: left, wakes: new Map() };
  const closed = new Set<string>();
  for (const { jobId, runId, needs, parked } of candidates) {
    const isClosed = (key: string) => closed.has(key) || (parked === null && lines.has(key));
    const passed = passAll(needs, left, isClosed, at);
    if ("gates" in passed) {
      for (const [key, gate] of passed.gates) left.set(key, gate);
      const slots = needs.filter((need) => "limit" in need).map(({ key }) => key);
      verdict.admitted.push({ jobId, runId, slots });
      continue;
    }
    const { stop, allowedAt } = passed;
    closed.add(stop.key);
    if (allowedAt !== null) verdict.wakes.set(stop.key, allowedAt);
    if (stop.key !== parked) verdict.parked.push({ jobId, key: stop.key });
  }
  return verdict;
}
