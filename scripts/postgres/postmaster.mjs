// @ts-check
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { commandOf, startedAt } from "../process.mjs";

/** @typedef {{ pid: number, port: number, ready: boolean }} Postmaster */

/**
 * The server that runs on this data folder, whoever started it.
 * @param {string} at
 * @returns {Postmaster | undefined}
 */
export function runningOn(at) {
  const found = readPidFile(at);
  return found && serves(found.pid, at) ? found : undefined;
}

/**
 * After a crash the file may name a pid that some other program has by now; PostgreSQL would take
 * that program for its twin and refuse to start.
 * @param {string} at
 */
export function dropStalePidFile(at) {
  const found = readPidFile(at);
  if (found && !serves(found.pid, at)) rmSync(join(at, "postmaster.pid"), { force: true });
}

/** @param {string} at */
function readPidFile(at) {
  let text;
  try {
    text = readFileSync(join(at, "postmaster.pid"), "utf8");
  } catch {
    return undefined; // no server
  }
  // Lines: pid, data folder, start, port, socket folder, address, shared memory, status.
  const [pid, , , port, , , , status] = text.split("\n");
  return { pid: Number(pid), port: Number(port), ready: status?.trim() === "ready" };
}

/**
 * @param {number} pid
 * @param {string} at
 */
function serves(pid, at) {
  if (startedAt(pid) === undefined) return false;
  if (process.platform === "win32") return true;
  const command = commandOf(pid);
  return command.includes("postgres") && command.includes(at);
}
