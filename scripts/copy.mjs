// @ts-check
// A copy of the app with fresh data on a free port, for what must not touch anybody's own.
import { spawn } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { withoutNpm } from "./install.mjs";
import { freePort } from "./ports.mjs";
import { root } from "./root.mjs";

const LOOK_MS = 100;

/** What a developer has configured for himself must not be touched: empty means "not set". */
const outside = {
  ...{ DATABASE_URL: "", SMTP_URL: "", APP_URL: "", NEXTAUTH_URL: "" },
  ...{ INNGEST_BASE_URL: "", INNGEST_EVENT_KEY: "", INNGEST_SIGNING_KEY: "" },
};

/** @typedef {Awaited<ReturnType<typeof ownCopy>>} Copy */

/**
 * @param {string} name part of the folder's name
 * @param {{ log?: "inherit" | "ignore" }} [options]
 */
export async function ownCopy(name, { log = "inherit" } = {}) {
  const folder = mkdtempSync(join(tmpdir(), `easycart-${name}-`));
  chmodSync(folder, 0o755); // for root PostgreSQL runs under another account, which must get in
  const own = { DEMO: "1", DATA_DIR: folder, PORT: String(await freePort()) };
  const env = { ...withoutNpm(process.env), ...outside, ...own };
  const demoFile = join(folder, "demo.json");
  /** @type {import("node:child_process").ChildProcess | undefined} */
  let running;
  /** @type {Promise<unknown>} */
  let exited = Promise.resolve();
  return {
    folder,
    env,
    /** Starts it, or starts it again. Resolves to what it wrote about itself when all parts work. */
    async start() {
      rmSync(demoFile, { force: true }); // of an earlier start that was killed
      // A start under npm ends when whoever began it is gone: then nothing is left behind.
      const child = spawn(process.execPath, [join(root, "scripts/start.mjs")], {
        env: { ...env, npm_lifecycle_event: name },
        stdio: ["ignore", log, log],
      });
      running = child;
      exited = new Promise((resolve) => child.once("exit", resolve));
      while (!existsSync(demoFile)) {
        if (child.exitCode !== null || child.signalCode !== null)
          throw new Error(`The copy ended before it was ready (${folder})`);
        await pause(LOOK_MS);
      }
      return JSON.parse(readFileSync(demoFile, "utf8"));
    },
    /** The process that keeps the parts. */
    pid: () => running?.pid ?? 0,
    async stop() {
      running?.kill("SIGTERM");
      await exited;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
