import { createHash } from "node:crypto";

/** Deeper values are refused: the app's own JSON functions recurse and would die of them. */
const MAX_DEPTH = 200;

/** A longer value stands as its hash: PostgreSQL indexes at most some 2700 bytes. */
const MAX_KEY_LENGTH = 200;

/**
 * The one spelling of a JSON value (RFC 8785): keys sorted, no spaces. Signatures cover it, and equal values
 * compare as equal text. Takes what JSON.parse returns; throws RangeError on values nested too deeply.
 */
export function canonicalize(value: unknown, depth = 0): string {
  if (depth > MAX_DEPTH) throw new RangeError(`JSON nested deeper than ${MAX_DEPTH} levels`);
  if (Array.isArray(value))
    return `[${value.map((item) => canonicalize(item ?? null, depth + 1)).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => `${JSON.stringify(key)}:${canonicalize(member, depth + 1)}`);
    return `{${members.join(",")}}`;
  }
  return JSON.stringify(value ?? null);
}

/** A value as a short key: itself where it is short, else its hash. */
export function keyOf(value: unknown): string {
  const spelled = canonicalize(value);
  if (spelled.length <= MAX_KEY_LENGTH) return spelled;
  return createHash("sha256").update(spelled).digest("hex");
}
