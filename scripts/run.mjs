// @ts-check
import { spawn } from "node:child_process";
import { constants, setPriority } from "node:os";
import { root } from "./root.mjs";

/** For a command to end by itself once told; a test runner has a whole copy of the app to stop. */
const LEAVE_MS = 2_000;
const LEAVE_RUNNER_MS = 60_000;

/**
 * @typedef {object} Outcome
 * @property {number} code 0 when it went well
 * @property {string} stdout empty unless captured
 * @property {string} output stdout and stderr as they came; empty unless captured
 */

/**
 * Runs a command to its end in the project's folder; one that is told to end early is waited for.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, signal?: AbortSignal, show?: boolean, behind?: boolean }} [options]
 *   show: its output goes to the terminal instead of the result; behind: it works while others don't
 * @returns {Promise<Outcome>}
 */
export function run(command, args, options = {}) {
  const { env = process.env, signal, show = false, behind = false } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      env,
      shell: process.platform === "win32" && command === "npm",
      stdio: ["ignore", show ? "inherit" : "pipe", show ? "inherit" : "pipe"],
    });
    if (behind && child.pid) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
    const kill = () => {
      child.kill("SIGTERM");
      // npm takes no notice of SIGTERM.
      setTimeout(() => child.kill("SIGKILL"), show ? LEAVE_RUNNER_MS : LEAVE_MS).unref();
    };
    signal?.addEventListener("abort", kill);
    let stdout = "";
    let output = "";
    child.stdout?.setEncoding("utf8").on("data", (text) => {
      stdout += text;
      output += text;
    });
    child.stderr?.setEncoding("utf8").on("data", (text) => {
      output += text;
    });
    child.once("error", reject);
    child.once("close", (code) => {
      signal?.removeEventListener("abort", kill);
      if (signal?.aborted) reject(signal.reason);
      else resolve({ code: code ?? 1, stdout, output });
    });
  });
}

/**
 * As `run`, for what must succeed.
 * @param {string} what it is, for the message
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, signal?: AbortSignal }} [options]
 * @returns {Promise<string>} its stdout
 */
export async function mustRun(what, command, args, options) {
  const { code, stdout, output } = await run(command, args, options);
  if (code !== 0) throw new Error(`${what} failed (exit code ${code}).\n${output.trim()}`);
  return stdout;
}

/** Runs TypeScript as our own processes do: with React's server condition, which "server-only" asks for. */
export const typescript = ["--conditions=react-server", "--import", "tsx"];

/**
 * The command line of a package's own program. Called by its file, not through npx: a signal then
 * reaches the program itself.
 * @param {string} file below node_modules
 */
export function program(file) {
  return `${root}/node_modules/${file}`;
}
