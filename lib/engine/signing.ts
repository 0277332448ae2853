import { createHash, createHmac, timingSafeEqual } from "node:crypto";

const PREFIX = /^signkey-\w+-/;

/**
 * The `x-inngest-signature` of a body. The SDK checks it over the canonical form of the body, so the body must be
 * sent in that form; an empty one signs as "". The key is text here, not the bytes its hex digits spell.
 */
export function signBody(body: string, signingKey: string, at: Date): string {
  const seconds = Math.floor(at.getTime() / 1000).toString();
  const key = signingKey.replace(PREFIX, "");
  const digest = createHmac("sha256", key).update(body).update(seconds).digest("hex");
  return `t=${seconds}&s=${digest}`;
}

/** What the SDK sends as bearer: the prefix stays, the key's bytes are hashed. */
export function bearerOf(signingKey: string): string {
  const prefix = PREFIX.exec(signingKey)?.[0] ?? "";
  const bytes = Buffer.from(signingKey.slice(prefix.length), "hex");
  return prefix + createHash("sha256").update(bytes).digest("hex");
}

/** Compares secrets in a time that tells nothing, not even their length. */
export function sameSecret(given: string, expected: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
