// @ts-check
import { existsSync } from "node:fs";
import { program, run } from "./run.mjs";
import { say, step } from "./say.mjs";

/** Chromium without windows: the same engine for two thirds of the work. */
const WITHOUT_WINDOWS = "/usr/bin/chromium-headless-shell";
const PLACES = [
  WITHOUT_WINDOWS,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** A browser that is here already: the one named by CHROMIUM_PATH, or one in its usual place. */
export function installedBrowser() {
  const named = process.env.CHROMIUM_PATH;
  if (named && !existsSync(named)) throw new Error(`CHROMIUM_PATH names no file: ${named}`);
  return named || PLACES.find((place) => existsSync(place));
}

/**
 * A Chromium for the tests. Root gets the one without windows from Debian's packages; where there
 * is none, any that is here does, else Playwright's.
 * @param {NodeJS.ProcessEnv} env
 * @param {AbortSignal} signal
 * @returns {Promise<string | undefined>} its file, or undefined for Playwright's own
 */
export async function browser(env, signal) {
  if (!process.env.CHROMIUM_PATH && !existsSync(WITHOUT_WINDOWS)) await fromDebian(env, signal);
  return installedBrowser() ?? (await fromPlaywright(env, signal));
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {AbortSignal} signal
 */
async function fromDebian(env, signal) {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return;
  say("Installing Chromium (apt-get)");
  const options = { env: { ...env, DEBIAN_FRONTEND: "noninteractive" }, signal };
  // Without a network it is soon known that there is none.
  const patience = ["-qq", "-o", "Acquire::Retries=0", "-o", "Acquire::http::Timeout=10"];
  const install = (/** @type {string} */ name) =>
    run("apt-get", [...patience, "install", "-y", "--no-install-recommends", name], options);
  await step("Installing Chromium", async () => {
    if ((await install("chromium-headless-shell")).code === 0) return;
    await run("apt-get", [...patience, "update"], options);
    if ((await install("chromium-headless-shell")).code === 0 || installedBrowser()) return;
    await install("chromium");
  });
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {AbortSignal} signal
 * @returns {Promise<undefined>}
 */
async function fromPlaywright(env, signal) {
  say("Installing Chromium (playwright install)");
  const args = [program("playwright/cli.js"), "install", "--only-shell", "chromium"];
  const { code, output } = await step("Installing Chromium", () =>
    run(process.execPath, args, { env, signal }),
  );
  if (code === 0) return undefined;
  throw new Error(
    "No Chromium was found, and Playwright could not install one. Install it (as root: apt-get install " +
      `chromium), or set CHROMIUM_PATH to a Chrome or Chromium.\n${output.trim()}`,
  );
}
