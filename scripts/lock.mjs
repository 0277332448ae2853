// @ts-check
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { startedAt } from "./process.mjs";

/** @typedef {{ pid: number, began: string | undefined }} Holder */

const LOOK_MS = 100;

/**
 * Takes a lock between processes, waiting until its holder has released it or has died.
 * @param {string} file
 * @returns {Promise<() => void>} releases it
 */
export async function lock(file) {
  for (;;) {
    const { release } = await tryLock(file);
    if (release) return release;
    await pause(LOOK_MS);
  }
}

/**
 * @param {string} file
 * @returns {Promise<{ release: () => void, holder?: undefined } | { release?: undefined, holder: Holder }>}
 */
export async function tryLock(file) {
  mkdirSync(dirname(file), { recursive: true });
  const mine = JSON.stringify({ pid: process.pid, began: startedAt(process.pid) });
  for (;;) {
    if (create(file, mine)) {
      // Two may have found the same dead holder, and the slower then removed the lock of the faster.
      // A moment later both see whose it is.
      await pause(LOOK_MS / 2);
      if (read(file) === mine) return { release: () => rmSync(file, { force: true }) };
    }
    const text = read(file);
    if (text === undefined) continue; // released meanwhile
    const holder = parse(text);
    if (holder && startedAt(holder.pid) === holder.began) return { holder };
    rmSync(file, { force: true });
  }
}

/**
 * @param {string} file
 * @param {string} text
 */
function create(file, text) {
  try {
    writeFileSync(file, text, { flag: "wx" });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EEXIST") throw error;
    return false;
  }
}

/** @param {string} file */
function read(file) {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== "ENOENT") throw error;
    return undefined;
  }
}

/**
 * @param {string} text
 * @returns {Holder | undefined} undefined when the holder died between creating and writing
 */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
