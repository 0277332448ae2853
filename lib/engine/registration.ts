import { readDuration } from "./duration";
import { type Expression, parseExpression } from "./expression";
import { type FunctionConfig, functionConfig } from "./input";
import { readSchedule, type Schedule } from "./schedule";
import type { Throttle } from "./throttle";

/** Retries where a function names none; the SDK's comment says 3, its servers give 4. */
const DEFAULT_RETRIES = 4;
const YEAR_MS = 365 * 86_400_000;

export type Trigger = {
  event: string;
  /** "app/*" starts at every name below. */
  wildcard: boolean;
  when: Expression | null;
};

/** Ends a run when `event` comes and holds at `path` what the run's own event holds at `own`. */
export type Cancel = { event: string; path: string[]; own: string[]; timeoutMs: number };

/** A function as the executor needs it: expressions read, durations in milliseconds. */
export type Definition = {
  id: string;
  maxAttempts: number;
  triggers: Trigger[];
  schedules: Schedule[];
  cancels: Cancel[];
  idempotency: Expression | null;
  throttle: (Throttle & { key: Expression | null }) | null;
  concurrency: { limit: number; key: Expression | null }[];
};

const REFUSED = [
  "batchEvents",
  "debounce",
  "priority",
  "rateLimit",
  "singleton",
  "timeouts",
] as const;

function milliseconds(text: string, what: string): number {
  const duration = readDuration(text);
  if (duration === null || duration <= 0) throw new Error(`${what} "${text}" is not a duration`);
  return duration;
}

const readOptional = (source: string | undefined) => (source ? parseExpression(source) : null);

function readCancel({
  event,
  if: condition,
  timeout,
}: NonNullable<FunctionConfig["cancel"]>[number]): Cancel {
  const read = condition ? parseExpression(condition) : null;
  const sides = read?.kind === "==" ? [read.left, read.right] : [];
  const paths = sides.flatMap((side) => (side.kind === "path" ? [side] : []));
  const own = paths.find(({ root }) => root === "event");
  const theirs = paths.find(({ root }) => root === "async");
  if (!own?.names.length || !theirs?.names.length)
    throw new Error(`cancelOn "${event}" must use match, that is "event.path == async.path"`);
  return {
    event,
    path: theirs.names,
    own: own.names,
    timeoutMs: timeout ? milliseconds(timeout, "cancelOn timeout") : YEAR_MS,
  };
}

function readConcurrency({ concurrency = [] }: FunctionConfig): Definition["concurrency"] {
  const limits = typeof concurrency === "number" ? [{ limit: concurrency }] : [concurrency].flat();
  return limits
    .map((each): { limit: number; key?: string; scope?: string } => each)
    .filter(({ limit }) => limit > 0)
    .map(({ limit, key, scope = "fn" }) => {
      if (scope !== "fn") throw new Error(`concurrency with scope "${scope}" is not supported`);
      return { limit, key: readOptional(key) };
    });
}

function readTriggers({ triggers }: FunctionConfig): Pick<Definition, "triggers" | "schedules"> {
  const events: Trigger[] = [];
  const schedules: Schedule[] = [];
  for (const trigger of triggers) {
    if ("cron" in trigger) {
      if (trigger.jitter) throw new Error("cron jitter is not supported");
      schedules.push(readSchedule(trigger.cron));
      continue;
    }
    const wildcard = /[/.]\*$/.test(trigger.event);
    if (trigger.event.includes("*") && !wildcard)
      throw new Error(`the trigger "${trigger.event}" is not supported`);
    const event = wildcard ? trigger.event.slice(0, -1) : trigger.event;
    events.push({ event, wildcard, when: readOptional(trigger.expression) });
  }
  return { triggers: events, schedules };
}

/** Reads one function's configuration; throws an Error that names what is not supported. */
export function readDefinition(given: unknown): Definition {
  const parsed = functionConfig.safeParse(given);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
    throw new Error(`the configuration is not supported (${wrong.join("; ")})`);
  }
  const config = parsed.data;
  const refused = REFUSED.filter((feature) => config[feature] !== undefined);
  if (refused.length) throw new Error(`${refused.join(", ")} not supported`);
  const { runtime, retries } = config.steps.step;
  if (runtime.type !== "http") throw new Error(`the runtime "${runtime.type}" is not supported`);
  const throttle = config.throttle && {
    limit: config.throttle.limit,
    periodMs: milliseconds(config.throttle.period, "throttle period"),
    burst: config.throttle.burst ?? 0,
    key: readOptional(config.throttle.key),
  };
  return {
    id: config.id,
    maxAttempts: (retries?.attempts ?? DEFAULT_RETRIES) + 1,
    ...readTriggers(config),
    cancels: (config.cancel ?? []).map(readCancel),
    idempotency: readOptional(config.idempotency),
    throttle: throttle ?? null,
    concurrency: readConcurrency(config),
  };
}

export type Refusal = { functionId: string; reason: string };

/** Reads what an app registered. What is refused stands aside and does not stop the others. */
export function readDefinitions(functions: readonly { id: string }[]): {
  definitions: Definition[];
  refusals: Refusal[];
} {
  const definitions: Definition[] = [];
  const refusals: Refusal[] = [];
  for (const given of functions) {
    try {
      definitions.push(readDefinition(given));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      refusals.push({ functionId: given.id, reason });
    }
  }
  return { definitions, refusals };
}
