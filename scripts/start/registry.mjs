// @ts-check
import { existsSync, readFileSync, rmSync } from "node:fs";
import { ended, signalTo, startedAt } from "../process.mjs";
import { writeWhole } from "./files.mjs";

/** @typedef {{ pid: number, began: string | undefined }} Entry */

const LEAVE_MS = 5_000;

/**
 * The file that tells which process is which part, for whoever looks (and for the next start, when
 * this one is killed and leaves them behind).
 * @param {string} file
 */
export function registry(file) {
  /** @type {Record<string, Entry>} */
  const parts = {};
  return {
    /**
     * @param {string} part
     * @param {number} pid
     */
    set(part, pid) {
      parts[part] = { pid, began: startedAt(pid) };
      writeWhole(file, parts);
    },
    clear: () => rmSync(file, { force: true }),
  };
}

/**
 * Ends the parts that a killed start left behind. The database stays: it is joined, not started again.
 * @param {string} file
 * @returns {Promise<string[]>} the names of the parts that were ended
 */
export async function endLeftBehind(file) {
  if (!existsSync(file)) return [];
  /** @type {Record<string, Entry>} */
  const parts = JSON.parse(readFileSync(file, "utf8"));
  const alive = Object.entries(parts).filter(
    ([part, { pid, began }]) =>
      part !== "postgres" && began !== undefined && startedAt(pid) === began,
  );
  for (const [, { pid }] of alive) signalTo(pid, "SIGTERM");
  for (const [, { pid }] of alive) {
    await ended(pid, LEAVE_MS);
    signalTo(pid, "SIGKILL", { group: true });
  }
  rmSync(file, { force: true });
  return alive.map(([part]) => part);
}
