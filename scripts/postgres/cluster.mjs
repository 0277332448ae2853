// @ts-check
import { execFile } from "node:child_process";
import { randomBytes, randomUUID } from "node:crypto";
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

/** Made with the data and moved with them, since the one is useless without the other. */
const PASSWORD = "password";

/**
 * Creates the data folder unless it is there. All is made beside it and moved in at once: a start
 * that was killed leaves no half folder, and of two first starts the slower takes what the faster made.
 * @param {{ at: string, account?: import("./account.mjs").Account, initdb: string, fast: boolean }} options
 */
export async function createCluster({ at, account, initdb, fast }) {
  if (existsSync(join(at, "PG_VERSION"))) return;
  const fresh = `${at}.new-${randomUUID()}`;
  const secret = `${fresh}.password`;
  const password = randomBytes(24).toString("base64url");
  mkdirSync(fresh, { mode: 0o700 });
  writeFileSync(secret, password, { mode: 0o600 });
  if (account) for (const path of [fresh, secret]) chownSync(path, account.uid, account.gid);
  try {
    // biome-ignore format: one option a line says less
    const args = [
      "-D", fresh, "-U", "postgres", "-A", "scram-sha-256", "--pwfile", secret, "-E", "UTF8",
      "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C", ...(fast ? ["--no-sync"] : []),
    ];
    await promisify(execFile)(initdb, args, { ...account, cwd: "/" });
    renameSync(secret, join(fresh, PASSWORD));
    moveIn(fresh, at);
  } finally {
    rmSync(secret, { force: true });
    rmSync(fresh, { recursive: true, force: true });
  }
}

/** @param {string} at */
export function passwordOf(at) {
  return readFileSync(join(at, PASSWORD), "utf8");
}

/**
 * @param {string} at
 * @param {string | undefined} major the version of the programs
 */
export function refuseOtherVersion(at, major) {
  const found = readFileSync(join(at, "PG_VERSION"), "utf8").trim();
  if (found === major) return;
  throw new Error(
    `The data in ${at} were made by PostgreSQL ${found}, and this is ${major}. ` +
      "Bring them over with pg_dump of the old version, or move the folder away to start afresh.",
  );
}

/**
 * @param {string} fresh
 * @param {string} at
 */
function moveIn(fresh, at) {
  try {
    renameSync(fresh, at);
  } catch (error) {
    if (!existsSync(join(at, "PG_VERSION"))) throw error;
  }
}
