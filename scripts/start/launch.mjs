// @ts-check
import { spawn } from "node:child_process";
import { createConnection } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { ended, signalTo } from "../process.mjs";
import { root } from "../root.mjs";

const DRAIN_MS = 15_000;
const LISTEN_MS = 60_000;
const LOOK_MS = 25;

/**
 * @typedef {object} Program
 * @property {string[]} args for Node
 * @property {NodeJS.ProcessEnv} env
 * @property {string} host
 * @property {number} port it listens here when it is ready
 * @property {(text: string) => void} log takes what it writes
 */

/**
 * Starts one of our own programs; resolves when it listens, rejects when it ends before.
 * @param {Program} program
 * @param {AbortSignal} signal
 * @returns {Promise<import("./keep-alive.mjs").Running>}
 */
export async function launch({ args, env, host, port, log }, signal) {
  // In a process group of its own: Ctrl-C reaches only the parent, which then stops all in order.
  const child = spawn(process.execPath, args, {
    cwd: root,
    env,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", log);
  /** @type {string | undefined} */
  let reason;
  /** @type {Promise<string>} */
  const exited = new Promise((resolve) => {
    const end = (/** @type {string} */ why) => {
      reason = why;
      resolve(why);
    };
    child.once("error", (error) => end(error.message));
    child.once("exit", (code, name) => end(name ?? `exit code ${code}`));
  });
  const pid = child.pid ?? 0;
  const running = {
    pid,
    exited,
    stop: (/** @type {{ fast?: boolean }} */ options = {}) => stop(pid, options),
  };
  const end = performance.now() + LISTEN_MS;
  while (!(await listens(host, port))) {
    if (reason !== undefined) break;
    if (signal.aborted || performance.now() > end) {
      await running.stop({ fast: true });
      throw new Error(`not listening after ${LISTEN_MS / 1000} s`);
    }
    await pause(LOOK_MS);
  }
  if (reason !== undefined) throw new Error(reason);
  return running;
}

/**
 * @param {number} pid
 * @param {{ fast?: boolean }} options
 */
async function stop(pid, { fast = false }) {
  if (pid === 0) return;
  signalTo(pid, fast ? "SIGKILL" : "SIGTERM");
  const drained = await ended(pid, DRAIN_MS);
  signalTo(pid, "SIGKILL", { group: true }); // what it started itself
  if (!drained) await ended(pid, DRAIN_MS);
}

/**
 * @param {string} host
 * @param {number} port
 * @returns {Promise<boolean>}
 */
function listens(host, port) {
  return new Promise((resolve) => {
    const socket = createConnection({ host, port });
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}
