import { now } from "@/lib/clock";
import { keyOf } from "./canonical";
import type { Catalogue } from "./catalogue";
import type { Payload, StoredEvent } from "./event";
import { type Expression, evaluate, readPath } from "./expression";
import type { Definition } from "./registration";
import { newUlid } from "./ulid";

/** The keys of a run's limits, in the order of its function's limits. */
export type Gates = { throttle: string | null; concurrency: string[] };

export type CancelRow = { event: string; path: string; value: string; expiresAt: Date };

/** A run that an event asks for. It begins only if all its claims are free. */
export type PlannedRun = {
  id: string;
  functionId: string;
  eventId: string;
  event: string;
  due: Date;
  claims: string[];
  gates: Gates | null;
  cancels: CancelRow[];
};

function gatesOf({ id, throttle, concurrency }: Definition, event: Payload): Gates | null {
  const key = (kind: string, expression: Expression | null) => {
    const value = expression ? (evaluate(expression, { event }) ?? false) : "";
    return `${id} ${kind} ${keyOf(value)}`;
  };
  if (!throttle && concurrency.length === 0) return null;
  return {
    throttle: throttle && key("throttle", throttle.key),
    concurrency: concurrency.map((limit, index) => key(`concurrency.${index}`, limit.key)),
  };
}

function claimsOf({ idempotency }: Definition, event: Payload): string[] {
  const claims = [`event ${keyOf(event.id)}`];
  const value = idempotency && evaluate(idempotency, { event });
  if (value !== null && value !== undefined && value !== false) claims.push(`key ${keyOf(value)}`);
  return claims;
}

function cancelsOf({ cancels }: Definition, event: Payload, at: Date): CancelRow[] {
  const rows = cancels.map(({ event: name, path, own, timeoutMs }) => ({
    event: name,
    path: path.join("."),
    value: keyOf(readPath(event, own)),
    expiresAt: new Date(at.getTime() + timeoutMs),
  }));
  const distinct = new Map(rows.map((row) => [`${row.event} ${row.path}`, row]));
  return [...distinct.values()];
}

/** The runs that events ask for. A sender's `ts` in the future delays the start until then. */
export function planRuns(catalogue: Catalogue, events: readonly StoredEvent[]): PlannedRun[] {
  const at = now();
  const claimed = new Set<string>();
  const runs: PlannedRun[] = [];
  for (const { id: eventId, payload, text } of events) {
    for (const definition of catalogue.startedBy(payload)) {
      const claims = claimsOf(definition, payload);
      // One statement can't claim a key twice: of equal events in one request the first is taken.
      const keys = claims.map((claim) => `${definition.id} ${claim}`);
      if (keys.some((key) => claimed.has(key))) continue;
      for (const key of keys) claimed.add(key);
      runs.push({
        id: newUlid(),
        functionId: definition.id,
        eventId,
        event: text,
        due: new Date(Math.max(at.getTime(), payload.ts)),
        claims,
        gates: gatesOf(definition, payload),
        cancels: cancelsOf(definition, payload, at),
      });
    }
  }
  return runs;
}

/** An event name and path that some run's cancelOn watches. */
export type Watch = { event: string; path: string };

export type CancelMatch = Watch & { value: string; eventId: string };

/** What the events say at the watched paths. A missing attribute counts as null, as on Inngest's server. */
export function cancelMatches(
  watches: ReadonlyMap<string, ReadonlySet<string>>,
  events: readonly StoredEvent[],
): CancelMatch[] {
  return events.flatMap(({ id: eventId, payload }) =>
    [...(watches.get(payload.name) ?? [])].map((path) => ({
      event: payload.name,
      path,
      value: keyOf(readPath(payload, path.split("."))),
      eventId,
    })),
  );
}
