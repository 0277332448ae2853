// @ts-check
import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { writeWhole } from "./files.mjs";

/** @type {Record<string, () => string>} */
const makers = {
  NEXTAUTH_SECRET: () => randomBytes(32).toString("base64url"),
  SECRETS_KEY: () => `k1:${randomBytes(32).toString("base64")}`,
  INNGEST_EVENT_KEY: () => `local-${randomBytes(16).toString("hex")}`,
  INNGEST_SIGNING_KEY: () => `signkey-local-${randomBytes(32).toString("hex")}`,
};

/**
 * The secrets that nobody configured: made once, kept in a file that only its owner can read.
 * @param {string} file
 * @param {NodeJS.ProcessEnv} env
 * @returns {Record<string, string>}
 */
export function localSecrets(file, env) {
  /** @type {Record<string, string>} */
  const kept = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  const missing = Object.keys(makers).filter((name) => !kept[name]);
  for (const name of missing) kept[name] = makers[name]?.() ?? "";
  if (missing.length > 0) writeWhole(file, kept);
  return Object.fromEntries(
    Object.keys(makers).map((name) => [name, env[name] || (kept[name] ?? "")]),
  );
}
