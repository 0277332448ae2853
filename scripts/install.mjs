// @ts-check
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { lock } from "./lock.mjs";
import { root } from "./root.mjs";
import { mustRun } from "./run.mjs";
import { say, step } from "./say.mjs";

const LEAST_NODE = [20, 19];

export function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const [leastMajor = 0, leastMinor = 0] = LEAST_NODE;
  if (major > leastMajor || (major === leastMajor && minor >= leastMinor)) return;
  throw new Error(
    `Node ${LEAST_NODE.join(".")} or newer is needed; this is ${process.versions.node}.`,
  );
}

/**
 * Installs the packages when they are missing or differ from package-lock.json.
 * @param {{ dev: boolean, signal?: AbortSignal }} options dev: the packages that only tests need, too
 */
export async function install({ dev, signal }) {
  if (isInstalled(dev)) return;
  const release = await lock(join(root, ".data", "install.lock"));
  try {
    if (isInstalled(dev)) return;
    say("Installing packages (npm ci)");
    const args = ["ci", "--include=optional", "--prefer-offline", "--no-audit", "--no-fund"];
    if (dev || process.env.NODE_ENV !== "production") args.push("--include=dev");
    await step("Installing packages", () =>
      mustRun("npm ci", "npm", args, { env: withoutNpm(process.env), signal }),
    );
  } finally {
    release();
  }
}

/**
 * Compares the lock file with the record that npm leaves at the very end of an install: an install
 * that was killed has none, and a lock that changed since differs.
 * @param {boolean} dev
 */
function isInstalled(dev) {
  const record = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(record)) return false;
  const wanted = packagesOf(join(root, "package-lock.json"));
  const found = packagesOf(record);
  return Object.entries(wanted).every(([path, wants]) => {
    if (path === "" || wants.optional || wants.devOptional || (wants.dev && !dev)) return true;
    return found[path]?.version === wants.version && found[path]?.integrity === wants.integrity;
  });
}

/**
 * @typedef {{ version?: string, integrity?: string, dev?: boolean, optional?: boolean, devOptional?: boolean }} Entry
 * @param {string} file
 * @returns {Record<string, Entry>}
 */
function packagesOf(file) {
  return JSON.parse(readFileSync(file, "utf8")).packages;
}

/**
 * npm tells its children how it was called itself; an npm that we call must not take that for its
 * own orders. Where the cache and the registry are, it may know.
 * @param {NodeJS.ProcessEnv} env
 */
export function withoutNpm(env) {
  const kept = /^npm_config_(cache|registry|userconfig|globalconfig)$/i;
  const orders = Object.entries(env).filter(([name]) => /^npm_/i.test(name) && !kept.test(name));
  return { ...env, ...Object.fromEntries(orders.map(([name]) => [name, undefined])) };
}
