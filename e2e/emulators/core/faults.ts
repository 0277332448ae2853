import { z } from "zod";
import type { Answer, Call, Reply } from "./call";

/**
 * A forced answer. It holds for the next `times` matching calls, or until cleared.
 * `applied` lets the call take effect first: the answer that gets lost on its way back.
 */
export const faultInput = z.strictObject({
  kind: z
    .enum([
      "answer",
      "documented",
      "throttle",
      "html",
      "empty",
      "truncated",
      "dropped",
      "redirect",
      "huge",
      "hang",
      "reset",
    ])
    .default("answer"),
  /** For kind "documented": the vendor's own error, by the name the tool lists. */
  name: z.string().optional(),
  status: z.int().min(200).max(599).optional(),
  headers: z.record(z.string(), z.string()).optional(),
  body: z.unknown().optional(),
  location: z.string().optional(),
  bytes: z.int().positive().max(1_000_000_000).optional(),
  times: z.int().positive().optional(),
  method: z.string().optional(),
  /** Substring of host, path and query. */
  path: z.string().optional(),
  applied: z.boolean().optional(),
  latencyMs: z.int().nonnegative().max(600_000).optional(),
});
export type Fault = z.output<typeof faultInput>;

const HUGE_BYTES = 20_000_000;

/** The first fault that fits; one with `times` is used up by one. */
export function takeFault(faults: Fault[], call: Call): Fault | undefined {
  const where = `${call.host}${call.path}${call.search}`;
  const index = faults.findIndex(
    (fault) =>
      (!fault.method || fault.method.toUpperCase() === call.method) &&
      (!fault.path || where.includes(fault.path)),
  );
  const fault = faults[index];
  if (fault?.times !== undefined) {
    fault.times -= 1;
    if (fault.times <= 0) faults.splice(index, 1);
  }
  return fault;
}

type Genuine = {
  /** What the tool would have answered; asking for it makes the call take effect. */
  answer: () => Answer;
  throttled: () => Answer;
  documented: (name: string) => Answer;
};

/** `answer` is asked for at most once: asking makes the call take effect. */
const REPLIES: Record<Fault["kind"], (fault: Fault, genuine: Genuine) => Reply> = {
  answer: (fault, { answer }) => {
    const { status, headers, body } = fault;
    // Neither status nor body: the genuine answer, only late or with other headers.
    if (status === undefined && body === undefined) return answered(merged(answer(), fault));
    return answered({ status: status ?? 200, headers, body });
  },
  documented: (fault, { documented }) => answered(merged(documented(fault.name ?? ""), fault)),
  throttle: (fault, { throttled }) => answered(merged(throttled(), fault)),
  html: ({ status = 502, headers, body = HTML }) =>
    answered({ status, headers: { "content-type": "text/html", ...headers }, body }),
  empty: ({ status = 200, headers }) => answered({ status, headers }),
  truncated: (_, { answer }) => answered(truncated(answer())),
  dropped: (_, { answer }) => ({ kind: "dropped", answer: answer() }),
  redirect: ({ status = 302, headers, location = "https://example.com/" }) =>
    answered({ status, headers: { location, ...headers } }),
  huge: ({ status = 200, bytes = HUGE_BYTES }) => ({ kind: "huge", status, bytes }),
  hang: () => ({ kind: "hang" }),
  reset: () => ({ kind: "reset" }),
};

export function replyTo(fault: Fault, genuine: Genuine): Reply {
  if (!fault.applied) return REPLIES[fault.kind](fault, genuine);
  const effect = genuine.answer();
  return REPLIES[fault.kind](fault, { ...genuine, answer: () => effect });
}

function answered(answer: Answer): Reply {
  return { kind: "answer", answer };
}

function merged(answer: Answer, fault: Fault): Answer {
  return {
    status: fault.status ?? answer.status,
    headers: { ...answer.headers, ...fault.headers },
    body: fault.body ?? answer.body,
  };
}

function truncated(answer: Answer): Answer {
  const whole = typeof answer.body === "string" ? answer.body : JSON.stringify(answer.body ?? {});
  const headers = { "content-type": "application/json", ...answer.headers };
  return { status: answer.status, headers, body: whole.slice(0, Math.ceil(whole.length / 2)) };
}

const HTML = `<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head>
<body><center><h1>502 Bad Gateway</h1></center><hr><center>cloudflare</center></body></html>`;
