// @ts-check
import { join } from "node:path";
import { step } from "../say.mjs";
import { keepAlive } from "./keep-alive.mjs";
import { launch } from "./launch.mjs";
import { ERROR, partLog, WARN } from "./log.mjs";
import { registry } from "./registry.mjs";

/** Each group is stopped when the one before is gone: first what gives work, last what keeps it. */
const STOP_ORDER = [["web"], ["engine"], ["emulators", "inbox"], ["postgres"]];

/** @typedef {ReturnType<typeof createKeeper>} Keeper */

/**
 * Starts the parts of one copy of the app, keeps them running and stops them in order.
 * @param {{ data: string, showLogs: boolean, onGiveUp: (reason: string) => void }} options
 */
export function createKeeper({ data, showLogs, onGiveUp }) {
  /** @type {Map<string, import("./keep-alive.mjs").Kept>} */
  const kept = new Map();
  const pids = registry(join(data, "processes.json"));
  let stopping = false;
  let ready = false;
  // While parts come and go, each warns that another is missing.
  const shownFrom = () => (showLogs ? 0 : ready && !stopping ? WARN : ERROR);

  /**
   * Resolves when the part runs for the first time.
   * @param {string} name
   * @param {(signal: AbortSignal) => Promise<import("./keep-alive.mjs").Running>} start
   */
  async function keep(name, start) {
    if (stopping) throw new Error("stopping");
    const part = keepAlive({ name, launch: start, onPid: (pid) => pids.set(name, pid), onGiveUp });
    kept.set(name, part);
    await step(`Starting ${name}`, () => part.up);
  }

  return {
    keep,
    /** @param {import("./parts.mjs").Part} part */
    keepProgram(part) {
      const log = partLog({ folder: join(data, "logs"), part: part.name, shownFrom });
      return keep(part.name, (signal) => launch({ ...part, log }, signal));
    },
    allWork() {
      ready = true;
    },
    /** @param {boolean} fast ends everything at once */
    async stop(fast) {
      stopping = true;
      for (const names of STOP_ORDER) {
        await Promise.all(names.map((name) => kept.get(name)?.stop(fast)));
      }
      pids.clear();
    },
  };
}
