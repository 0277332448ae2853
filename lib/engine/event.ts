import { now } from "@/lib/clock";
import { canonicalize } from "./canonical";
import type { IncomingEvent, StepError } from "./input";
import { newUlid, type Seed, seededUlid } from "./ulid";

/** An event as functions get it. */
export type Payload = {
  name: string;
  data: Record<string, unknown>;
  user: Record<string, unknown>;
  /** The sender's id, or ours where the sender gave none. */
  id: string;
  ts: number;
  v?: string;
};

export type StoredEvent = {
  /** Always our own. */
  id: string;
  payload: Payload;
  /** The payload in canonical form, as it is kept and sent. */
  text: string;
};

const store = (id: string, payload: Payload): StoredEvent => ({
  id,
  payload,
  text: canonicalize(payload),
});

/** Gives an outside event its ids and defaults. Throws RangeError where its data is nested too deeply. */
export function acceptEvent(given: IncomingEvent, seed: Seed, index: number): StoredEvent {
  const id = seededUlid(seed, index);
  // The SDK's own routing data: only the engine may write it.
  const { _inngest, ...data } = given.data;
  return store(id, {
    name: given.name,
    data,
    user: given.user,
    id: given.id || id,
    ts: given.ts ?? now().getTime(),
    ...(given.v ? { v: given.v } : {}),
  });
}

/** An event that the engine itself sends. A known `id` starts a function once only. */
export function systemEvent(name: string, data: Record<string, unknown>, id?: string): StoredEvent {
  const ulid = newUlid();
  return store(ulid, { name, data, user: {}, id: id ?? ulid, ts: now().getTime() });
}

export type Outcome = "Completed" | "Failed" | "Cancelled";

export type EndedRun = {
  id: string;
  functionId: string;
  /** Canonical text of the event that began it. */
  event: string;
  outcome: Outcome;
  output: unknown;
};

/** The end of a run that began with one of these is not told, or telling would never end. */
const SILENT = new Set(["inngest/function.failed", "inngest/function.finished"]);

/** The events that tell of a run's end, as Inngest's server sends them. */
export function endEvents(run: EndedRun, error: StepError | null): StoredEvent[] {
  const event = JSON.parse(run.event) as Payload;
  if (SILENT.has(event.name)) return [];
  const told = { function_id: run.functionId, run_id: run.id, event, events: [event] };
  const failure = error && { error: `${error.name}: ${error.message}`, ...error };
  const events = [
    systemEvent("inngest/function.finished", {
      ...told,
      ...(failure ? { error: failure } : { result: run.output ?? null }),
      _inngest: { status: run.outcome },
    }),
  ];
  if (failure)
    events.push(systemEvent("inngest/function.failed", { ...told, error: failure }, run.id));
  if (run.outcome === "Cancelled")
    events.push(systemEvent("inngest/function.cancelled", told, run.id));
  return events;
}
