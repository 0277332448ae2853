import { createHmac, timingSafeEqual } from "node:crypto";

/** The header in which EasyCart signs, and we when we speak as EasyCart does. */
export const SIGNATURE_HEADER = "x-webhook-signature";

/** HMAC-SHA256 in lower-case hex. */
export const signBody = (body: string | Uint8Array, key: string) =>
  createHmac("sha256", key).update(body).digest("hex");

/**
 * Which reading of the body a signature fits. EasyCart does not say what it signs: its own example
 * hashes the re-encoded body, so that is tried after the bytes as they came, and after it PHP's
 * way to write JSON. Undefined: none. Compared in constant time.
 */
export function matchSignature(
  signature: string,
  body: Uint8Array,
  value: unknown,
  key: string,
): "raw" | "compact" | undefined {
  const hex = /^(?:sha256=)?([0-9a-f]{64})$/i.exec(signature.trim())?.[1];
  if (!hex) return undefined;
  const given = Buffer.from(hex, "hex");
  const fits = (text: string | Uint8Array) =>
    timingSafeEqual(createHmac("sha256", key).update(text).digest(), given);
  if (fits(body)) return "raw";
  const compact = JSON.stringify(value);
  if (fits(compact) || fits(asPhpWrites(compact))) return "compact";
  return undefined;
}

/** json_encode without flags escapes the slash and all that is not ASCII. */
const asPhpWrites = (json: string) =>
  json
    .replaceAll("/", "\\/")
    .replace(
      /[\u0080-\uffff]/g,
      (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
    );
