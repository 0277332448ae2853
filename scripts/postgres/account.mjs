// @ts-check
import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";

/** @typedef {{ uid: number, gid: number }} Account */

/**
 * PostgreSQL refuses to run as root. For root this is the account that owns the data already, else
 * one that most systems have; for anybody else undefined: run as you are.
 * @param {string} data the data folder, which need not exist
 * @returns {Account | undefined}
 */
export function accountFor(data) {
  if (process.getuid?.() !== 0) return undefined;
  if (existsSync(data)) {
    const { uid, gid } = statSync(data);
    if (uid !== 0) return { uid, gid };
  }
  for (const name of ["postgres", "node", "nobody"]) {
    const uid = idOf("-u", name);
    const gid = idOf("-g", name);
    if (uid !== undefined && gid !== undefined) return { uid, gid };
  }
  throw new Error("PostgreSQL can't run as root. Create a user named postgres and start again.");
}

/**
 * Whether the account can walk into this folder: every folder above it must let it through, and
 * the home of root or a fresh temporary folder (mode 0700) does not.
 * @param {string} path
 * @param {Account} account
 */
export function canReach(path, account) {
  for (let at = resolve(path); ; at = dirname(at)) {
    if (existsSync(at)) {
      const { mode, uid, gid } = statSync(at);
      const needed = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
      if (!(mode & needed)) return false;
    }
    if (at === dirname(at)) return true;
  }
}

/**
 * @param {"-u" | "-g"} which
 * @param {string} name
 */
function idOf(which, name) {
  const { status, stdout } = spawnSync("id", [which, name], { encoding: "utf8" });
  return status === 0 ? Number(stdout) : undefined;
}
