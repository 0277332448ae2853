// @ts-check
import { setTimeout as pause } from "node:timers/promises";
import { say } from "../say.mjs";

/**
 * A part that runs.
 * @typedef {object} Running
 * @property {number} pid
 * @property {Promise<string>} exited resolves to the reason when it is gone
 * @property {(options?: { fast?: boolean }) => Promise<void>} stop drains it, or ends it at once
 */
/**
 * @typedef {object} Kept
 * @property {Promise<void>} up resolves when the part runs for the first time, rejects when it is
 *   stopped before
 * @property {(fast: boolean) => Promise<void>} stop
 */

const CRASHES = 5;
const WITHIN_MS = 60_000;

/**
 * Keeps a part running: whenever it dies it is started again, after a pause that grows with each
 * death in the last minute. At the fifth it is given up.
 * @param {object} part
 * @param {string} part.name
 * @param {(signal: AbortSignal) => Promise<Running>} part.launch
 * @param {(pid: number) => void} part.onPid
 * @param {(reason: string) => void} part.onGiveUp
 * @param {number} [part.firstPauseMs]
 * @returns {Kept}
 */
export function keepAlive({ name, launch, onPid, onGiveUp, firstPauseMs = 100 }) {
  const stopping = new AbortController();
  /** @type {Running | undefined} */
  let running;
  /** @type {number[]} */
  let crashes = [];
  let firstUp = () => {};
  /** @type {Promise<void>} */
  const up = new Promise((resolve, reject) => {
    firstUp = resolve;
    stopping.signal.addEventListener("abort", () => reject(new Error(`${name} was stopped`)));
  });
  up.catch(() => {}); // nobody may be waiting any more

  async function runOnce() {
    try {
      running = await launch(stopping.signal);
      if (stopping.signal.aborted) await running.stop();
      onPid(running.pid);
      firstUp();
      return await running.exited;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    } finally {
      running = undefined;
    }
  }

  async function live() {
    while (!stopping.signal.aborted) {
      const reason = await runOnce();
      if (stopping.signal.aborted) return;
      crashes = [...crashes.filter((at) => at > performance.now() - WITHIN_MS), performance.now()];
      if (crashes.length >= CRASHES)
        return onGiveUp(`${name} ended ${CRASHES} times in a minute (${reason})`);
      const wait = firstPauseMs * 3 ** (crashes.length - 1);
      say(`${name} ended (${reason}); starting it again in ${wait / 1000} s`);
      await pause(wait, undefined, { signal: stopping.signal }).catch(() => {}); // aborted: the loop ends
    }
  }

  const life = live();
  return {
    up,
    async stop(fast) {
      stopping.abort();
      await running?.stop({ fast });
      await life;
    },
  };
}
