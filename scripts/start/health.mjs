// @ts-check
import { setTimeout as pause } from "node:timers/promises";
import { step } from "../say.mjs";

const READY_MS = 120_000;
const LOOK_MS = 50;
const ANSWER_MS = 5_000;

/**
 * Waits until the app says that every part works.
 * @param {string} address of the app
 * @param {AbortSignal} signal
 */
export async function allWork(address, signal) {
  let last = "no answer yet";
  await step(
    "Waiting until all parts work",
    async () => {
      for (const end = performance.now() + READY_MS; performance.now() < end; ) {
        signal.throwIfAborted();
        const problem = await look(`${address}/api/health`);
        if (problem === undefined) return;
        last = problem;
        await pause(LOOK_MS, undefined, { signal });
      }
      throw new Error(`Not ready after ${READY_MS / 1000} s: ${last}`);
    },
    () => last,
  );
}

/**
 * @param {string} url
 * @returns {Promise<string | undefined>} what does not work
 */
async function look(url) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(ANSWER_MS) });
    const body = await response.text();
    return response.status === 200 ? undefined : `${response.status} ${body.slice(0, 500)}`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
