import { type Operation, operations, type StepError, stepError } from "./input";

/** What a call to the app brought. */
export type Reply =
  /** Nothing was delivered: the app is not there. */
  | { kind: "refused"; why: string }
  /** Delivered perhaps, but nobody who speaks the protocol answered. */
  | { kind: "unanswered"; why: string }
  | { kind: "returned"; version: number; output: unknown }
  | { kind: "threw"; version: number; error: StepError; final: boolean; retryAfter: RetryAfter }
  | {
      kind: "asked";
      version: number;
      operations: Operation[];
      final: boolean;
      retryAfter: RetryAfter;
    };

/** Seconds, or an HTTP or ISO date, as the header gives it; null where it gives none. */
export type RetryAfter = string | null;

export type HttpAnswer = {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
};

/** The version of the protocol that the requests are written in. */
const PROTOCOL = 2;

/**
 * Reads an answer. Without the SDK's header it came from something in between, whatever its status says. Only version
 * 2 is spoken; the SDK answers 1 for functions that turn optimizeParallelism off, which mean the same here.
 */
export function readReply({ status, headers, body }: HttpAnswer): Reply {
  const header = (name: string) => {
    const value = headers[name];
    return Array.isArray(value) ? value[0] : value;
  };
  if (!header("x-inngest-sdk"))
    return { kind: "unanswered", why: `HTTP ${status} not from the SDK` };
  let parsed: unknown;
  try {
    parsed = body === "" ? null : JSON.parse(body);
  } catch {
    return { kind: "unanswered", why: `HTTP ${status} with a body that is not JSON` };
  }
  const version = Number(header("x-inngest-req-version")) || PROTOCOL;
  const final = header("x-inngest-no-retry") === "true";
  const retryAfter = header("retry-after") ?? null;
  if (status === 200) return { kind: "returned", version, output: parsed };
  if (status === 206) {
    const read = operations.safeParse(parsed);
    if (read.success) return { kind: "asked", version, operations: read.data, final, retryAfter };
  }
  if (status >= 400)
    return { kind: "threw", version, error: stepError.parse(parsed), final, retryAfter };
  const error = {
    name: "Error",
    message: `The app answered HTTP ${status}, which is not supported.`,
  };
  return { kind: "threw", version, error, final: true, retryAfter: null };
}
