import type { IncomingHttpHeaders } from "node:http";

/** One request as a tool sees it: `path` is what follows the host, still percent-encoded. */
export type Call = {
  method: string;
  host: string;
  path: string;
  query: URLSearchParams;
  /** The query as written, with its question mark; empty without one. */
  search: string;
  headers: IncomingHttpHeaders;
  raw: string;
  /** Epoch ms of arrival. */
  at: number;
};

/** A string or bytes are sent as they are, anything else as JSON, `undefined` as no body at all. */
export type Answer = { status: number; headers?: Record<string, string>; body?: unknown };

/** What goes back over the socket; all but `answer` break HTTP on purpose. */
export type Reply =
  | { kind: "answer"; answer: Answer }
  | { kind: "dropped"; answer: Answer }
  | { kind: "huge"; status: number; bytes: number }
  | { kind: "hang" }
  | { kind: "reset" };

export function header(call: Call, name: string): string | undefined {
  const value = call.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

/** The JSON object of the body, or undefined when the body is empty, not JSON, or not an object. */
export function jsonObject(call: Call): Record<string, unknown> | undefined {
  try {
    const parsed: unknown = JSON.parse(call.raw);
    return isObject(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A string or number as string: vendors take ids in both forms. */
export function text(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  return typeof value === "number" ? String(value) : undefined;
}

export function lower(email: string): string {
  return email.trim().toLowerCase();
}

/** As strict as the vendors' own first look at an address: one @, a dotted domain, no blanks. */
export function looksLikeEmail(value: unknown): value is string {
  return typeof value === "string" && /^[^\s@<>,;"]+@[^\s@.]+(\.[^\s@.]+)+$/.test(value.trim());
}
