// @ts-check
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/**
 * When a process started, in the system's own words; undefined when no such process runs.
 * A pid alone proves nothing: the system gives it to another process sooner or later.
 * @param {number} pid
 * @returns {string | undefined}
 */
export function startedAt(pid) {
  if (process.platform === "linux") return linuxStart(pid);
  if (process.platform === "win32") return runs(pid) ? "running" : undefined;
  const line = ps(pid, "stat=,lstart=");
  return line && !line.startsWith("Z") ? line.replace(/^\S+\s+/, "") : undefined;
}

/**
 * The command line of a process; empty when it can't be read.
 * @param {number} pid
 */
export function commandOf(pid) {
  if (process.platform !== "linux") return ps(pid, "command=") ?? "";
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    return ""; // ended meanwhile
  }
}

/**
 * @param {number} pid
 * @returns {number | undefined}
 */
export function parentOf(pid) {
  const text = process.platform === "linux" ? linuxStat(pid)?.[1] : ps(pid, "ppid=");
  return Number(text) || undefined;
}

/**
 * Sends a signal to a process, or to its whole group; one that has ended already is no error.
 * @param {number} pid
 * @param {NodeJS.Signals} signal
 * @param {{ group?: boolean }} [options]
 */
export function signalTo(pid, signal, { group = false } = {}) {
  try {
    process.kill(group && process.platform !== "win32" ? -pid : pid, signal);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== "ESRCH") throw error;
  }
}

/**
 * Resolves to whether the process ended within the given time.
 * @param {number} pid
 * @param {number} milliseconds
 */
export async function ended(pid, milliseconds) {
  const began = startedAt(pid);
  const end = performance.now() + milliseconds;
  while (began !== undefined && startedAt(pid) === began) {
    if (performance.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return true;
}

/** @param {number} pid */
function linuxStart(pid) {
  const fields = linuxStat(pid);
  return fields?.[0] === "Z" || fields?.[0] === "X" ? undefined : fields?.[19];
}

/**
 * The fields behind the command, which stands in parentheses and may hold anything (man 5 proc):
 * first the state, then the parent; the 20th is the start in clock ticks since boot.
 * @param {number} pid
 */
function linuxStat(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  } catch {
    return undefined; // no such process
  }
}

/** @param {number} pid */
function runs(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM";
  }
}

/**
 * @param {number} pid
 * @param {string} columns
 */
function ps(pid, columns) {
  try {
    return execFileSync("ps", ["-o", columns, "-p", String(pid)], { encoding: "utf8" }).trim();
  } catch {
    return undefined; // ps exits 1 when there is no such process
  }
}
