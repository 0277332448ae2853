import { canonicalize } from "./canonical";
import { readMoment } from "./duration";
import { type Operation, stepError } from "./input";
import type { Job } from "./job-queries";
import type { Reply } from "./reply";
import { retry } from "./retry";
import {
  complete,
  fail,
  type GroupTransition,
  MAX_OUTPUT_LENGTH,
  type Rules,
  type Transition,
  type Wait,
} from "./transition";
import type { Memo } from "./turn-queries";

const MAX_STEPS = 1000;
const MAX_SLEEP_MS = 366 * 86_400_000;

/** One operation finishes a step, opens one, decides the whole answer, or says nothing. */
type Part = { memo: Memo } | { wait: Wait } | { only: Transition } | null;

type Asked = Extract<Reply, { kind: "asked" }>;

const isRace = ({ opts }: Operation) => opts?.parallelMode === "race";

function finished({ id, displayName }: Operation, value: unknown): Part {
  const memo = canonicalize(value);
  if (memo.length <= MAX_OUTPUT_LENGTH) return { memo: { id, memo } };
  return { only: fail("Error", `The step "${displayName ?? id}" gave more than 4 MiB.`) };
}

function sleeping(operation: Operation, at: Date): Part {
  const text = operation.opts?.duration ?? operation.name ?? "";
  const until = readMoment(text, at);
  if (!until)
    return { only: fail("Error", `The sleep ${JSON.stringify(text)} names no time to wake.`) };
  if (until.getTime() - at.getTime() > MAX_SLEEP_MS)
    return { only: fail("Error", "A sleep lasts 366 days at most.") };
  if (until <= at) return { memo: { id: operation.id, memo: "null" } };
  return { wait: { stepId: operation.id, until, race: isRace(operation) } };
}

function readOperation(operation: Operation, job: Job, reply: Asked, rules: Rules): Part {
  const error = { error: stepError.parse(operation.error) };
  switch (operation.op) {
    case "StepRun":
    case "Step":
      return finished(operation, { data: operation.data });
    case "StepFailed":
      return finished(operation, error);
    case "StepError": {
      const last = reply.final || job.attempt + 1 >= rules.maxAttempts;
      return last ? finished(operation, error) : { only: retry(job, reply.retryAfter, rules) };
    }
    case "StepPlanned":
      return { wait: { stepId: operation.id, until: null, race: isRace(operation) } };
    case "Sleep":
      return sleeping(operation, rules.at);
    case "RunComplete":
      return { only: complete(operation.data) };
    case "None":
    case "DiscoveryRequest":
      return null;
    default: {
      const what = operation.displayName ?? operation.name ?? operation.id;
      const message = `${operation.op} ("${what}") is not supported by the local engine`;
      return { only: fail("EngineUnsupported", message) };
    }
  }
}

/** What the app asked for, or did, in one answer. */
export function transitionOf(job: Job, reply: Asked, rules: Rules): Transition {
  const memos: Memo[] = job.slept === null ? [] : [{ id: job.slept, memo: "null" }];
  const waits: Wait[] = [];
  let race = false;
  for (const operation of reply.operations) {
    const part = readOperation(operation, job, reply, rules);
    if (!part) continue;
    if ("only" in part) return part.only;
    if ("wait" in part) waits.push(part.wait);
    else {
      memos.push(part.memo);
      race ||= isRace(operation);
    }
  }
  if (job.run.steps.length + memos.length + waits.length > MAX_STEPS)
    return fail("Error", `A run has ${MAX_STEPS} steps at most.`);
  return narrow(job, { kind: "group", version: reply.version, memos, waits, race });
}

/** A run without parallel steps goes on by one statement instead of a transaction: it is told apart here. */
function narrow(job: Job, group: GroupTransition): Transition {
  const { version, memos, waits, race } = group;
  const [wait] = waits;
  const named = memos.length - (job.slept === null ? 0 : 1) + waits.length;
  const parallel = job.stepId !== "step" || job.run.pending.length > 0 || named > 1;
  if (parallel || race || wait?.race) return group;
  if (!wait) return { kind: "advance", version, memos };
  if (!wait.until) return group;
  return { kind: "sleep", version, memos, stepId: wait.stepId, until: wait.until };
}
