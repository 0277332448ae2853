import { createHash } from "node:crypto";
import { Refusal } from "./refusal";

const MAX_DEPTH = 32;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPENING = new Set([0x7b, 0x5b]);
const CLOSING = new Set([0x7d, 0x5d]);

export type JsonObject = Record<string, unknown>;

/** Reads a body that must be one JSON object in UTF-8. Throws Refusal otherwise. */
export function readJsonObject(body: Uint8Array): { text: string; value: JsonObject } {
  // In UTF-8 no byte of a longer character looks like a bracket or a quote.
  if (depthOf(body) > MAX_DEPTH) throw new Refusal("too_deep");
  const text = decode(body);
  const value = parse(text);
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new Refusal("not_object");
  return { text, value: value as JsonObject };
}

function decode(body: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(body);
  } catch {
    throw new Refusal("not_utf8");
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal("not_json");
  }
}

/** The deepest nesting, counted without recursion and before anything is parsed. */
function depthOf(body: Uint8Array): number {
  let depth = 0;
  let deepest = 0;
  for (let at = 0; at < body.length; at++) {
    const byte = body[at] ?? 0;
    if (byte === QUOTE) at = endOfString(body, at);
    else if (OPENING.has(byte)) deepest = Math.max(deepest, ++depth);
    else if (CLOSING.has(byte)) depth--;
  }
  return deepest;
}

function endOfString(body: Uint8Array, start: number): number {
  let at = start + 1;
  while (at < body.length && body[at] !== QUOTE) at += body[at] === BACKSLASH ? 2 : 1;
  return at;
}

/** JSON without spaces, keys in order: the same whatever order they came in. */
function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`)}}`;
}

/**
 * Digest of what was said and where. Two bodies with the same one say the same thing: key order,
 * spaces and escapes make no difference, every value does.
 */
export function eventKey(text: string, value: JsonObject, productId: string | null): string {
  // Numbers beyond 2^53 lose their last digits in parsing, and with them their difference.
  const long = (text.match(/\d{16,}/g) ?? []).sort();
  return createHash("sha256")
    .update(JSON.stringify([productId, long]))
    .update(canonicalJson(value))
    .digest("hex");
}
