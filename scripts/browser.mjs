// @ts-check
import { existsSync } from "node:fs";
import { program, run } from "./run.mjs";
import { say, step } from "./say.mjs";

const PLACES = [
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
 * A Chromium for the tests: one that is here, else from Debian's packages (for root), else from
 * Playwright.
 * @param {NodeJS.ProcessEnv} env
 * @param {AbortSignal} signal
 * @returns {Promise<string | undefined>} its file, or undefined for Playwright's own
 */
export async function browser(env, signal) {
  return (
    installedBrowser() ?? (await fromDebian(env, signal)) ?? (await fromPlaywright(env, signal))
  );
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {AbortSignal} signal
 */
async function fromDebian(env, signal) {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return undefined;
  say("Installing Chromium (apt-get)");
  const options = { env: { ...env, DEBIAN_FRONTEND: "noninteractive" }, signal };
  await step("Installing Chromium", async () => {
    await run("apt-get", ["update", "-qq"], options);
    await run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], options);
  });
  return installedBrowser();
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {AbortSignal} signal
 * @returns {Promise<undefined>}
 */
async function fromPlaywright(env, signal) {
  say("Installing Chromium (playwright install)");
  const { code, output } = await step("Installing Chromium", () =>
    run(process.execPath, [program("playwright/cli.js"), "install", "chromium"], { env, signal }),
  );
  if (code === 0) return undefined;
  throw new Error(
    "No Chromium was found, and Playwright could not install one. Install it (as root: apt-get install " +
      `chromium), or set CHROMIUM_PATH to a Chrome or Chromium.\n${output.trim()}`,
  );
}
