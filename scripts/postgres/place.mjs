// @ts-check
import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { accountFor, canReach } from "./account.mjs";

/** Outside every home, readable by all, and not swept like /tmp or /var/tmp. */
const OUTSIDE = "/var/lib/easycart-automations";

/**
 * A folder under /var/lib for what the account of PostgreSQL can't reach where it belongs.
 * @param {string} name
 */
export function outside(name) {
  mkdirSync(OUTSIDE, { recursive: true, mode: 0o755 });
  return join(OUTSIDE, name);
}

/**
 * Where the data really are, and whose. Beside a folder that the account can't reach stands
 * `<dir>.location` with the true place, so that whoever deletes the data folder starts afresh.
 * @param {string} dir
 */
export function placeOf(dir) {
  const wanted = resolve(dir);
  mkdirSync(dirname(wanted), { recursive: true });
  const note = `${wanted}.location`;
  const at = existsSync(note) ? readFileSync(note, "utf8").trim() : wanted;
  const account = accountFor(at);
  if (!account || canReach(dirname(at), account)) return { at, account };
  const moved = outside(`data-${randomUUID()}`);
  try {
    writeFileSync(note, `${moved}\n`, { flag: "wx" });
    return { at: moved, account };
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EEXIST") throw error;
    return { at: readFileSync(note, "utf8").trim(), account }; // another start was faster
  }
}
