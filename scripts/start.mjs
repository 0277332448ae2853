// @ts-check
// `npm start` and, with --dev, `npm run dev`: everything that the app needs, from nothing but Node.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { refuseOldNode } from "./install.mjs";
import { parentOf, startedAt } from "./process.mjs";
import { root } from "./root.mjs";
import { say } from "./say.mjs";
import { readSettings } from "./start/settings.mjs";
import { createSystem } from "./start/system.mjs";

/** npm passes Ctrl-C on although the terminal has sent it to us already: one press, two signals. */
const SAME_PRESS_MS = 1_000;
const PARENT_LOOK_MS = 200;

/** @type {ReturnType<typeof createSystem> | undefined} */
let system;
/** @type {number | undefined} */
let asked;

/**
 * @param {number} code
 * @param {boolean} [fast]
 */
async function leave(code, fast = false) {
  await system?.stop(fast);
  if (code === 0) say("Stopped");
  process.exit(code);
}

/** @param {string} why */
function stopOnRequest(why) {
  if (asked === undefined) {
    asked = performance.now();
    say(`Stopping (${why})`);
    void leave(0);
  } else if (performance.now() - asked > SAME_PRESS_MS) {
    say("Stopping at once");
    void leave(0, true);
  }
}

/**
 * npm runs us through a shell. It passes SIGTERM on to that shell, which dies of it and tells
 * nobody; and a killed npm passes nothing on at all.
 */
function watchNpm() {
  const shell = process.ppid;
  const npm = parentOf(shell);
  const began = npm && startedAt(npm);
  setInterval(() => {
    const gone = process.ppid !== shell || (npm && startedAt(npm) !== began);
    if (gone && asked === undefined) stopOnRequest("npm is gone");
  }, PARENT_LOOK_MS).unref();
}

/** @param {unknown} error */
function fail(error) {
  if (asked !== undefined) return; // what was under way when we were asked to stop
  asked = performance.now();
  console.error(`\n${error instanceof Error ? error.message : error}\n`);
  void leave(1);
}

for (const name of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
  process.on(name, () => stopOnRequest(name));
}
// Whatever goes wrong here, a full disk or a data folder that is gone, leaves no part running.
for (const name of ["uncaughtException", "unhandledRejection"]) {
  process.on(name, (error) =>
    asked === undefined ? fail(error) : say(`While stopping: ${error}`),
  );
}
if (process.env.npm_lifecycle_event) watchNpm();

try {
  refuseOldNode();
  if (existsSync(join(root, ".env"))) process.loadEnvFile(join(root, ".env"));
  system = createSystem({
    settings: readSettings(process.env),
    dev: process.argv.includes("--dev"),
    onGiveUp: (reason) =>
      fail(new Error(`${reason}. Its log is in the folder logs of the data folder.`)),
  });
  await system.start();
} catch (error) {
  fail(error);
}
