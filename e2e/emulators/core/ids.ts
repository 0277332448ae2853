import { createHash, randomUUID } from "node:crypto";

const ALPHABET = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

/** Short case-sensitive id, the same for the same parts: seeded data keep their ids over restarts. */
export function opaqueId(length: number, ...parts: (string | number)[]): string {
  const digest = createHash("sha256").update(parts.join("\n")).digest();
  return [...digest.subarray(0, length)].map((byte) => ALPHABET[byte % ALPHABET.length]).join("");
}

export function hexId(length: number, ...parts: (string | number)[]): string {
  return createHash("sha256").update(parts.join("\n")).digest("hex").slice(0, length);
}

/** A v4-shaped uuid, the same for the same parts. */
export function uuidOf(...parts: (string | number)[]): string {
  const hex = hexId(32, ...parts);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}

export function newUuid(): string {
  return randomUUID();
}
