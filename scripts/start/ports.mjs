// @ts-check
import { existsSync, readFileSync } from "node:fs";
import { freePort, isFree } from "../ports.mjs";
import { writeWhole } from "./files.mjs";

/** The variable that demands a port, for each part but the web app. */
const VARIABLES = {
  engine: "ENGINE_PORT",
  emulators: "EMULATORS_PORT",
  inbox: "INBOX_PORT",
  inboxSmtp: "INBOX_SMTP_PORT",
  postgres: "PG_PORT",
};

/** @typedef {keyof typeof VARIABLES} Part */
/** @typedef {Record<Part, number>} Ports */

const parts = /** @type {Part[]} */ (Object.keys(VARIABLES));

/**
 * A port for every part: the one demanded, else the one it had before while that is still free, so
 * that addresses outlive a restart, else any free one.
 * @param {string} file remembers them
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Ports>}
 */
export async function choosePorts(file, env) {
  /** @type {Partial<Ports>} */
  const before = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  /** @type {Partial<Ports>} */
  const ports = {};
  for (const part of parts) {
    const demanded = Number(env[VARIABLES[part]]);
    ports[part] = demanded || (await keepOrChoose(before[part], Object.values(ports)));
    // A database that a killed start left running holds its port, and is joined there.
    if (demanded && part !== "postgres" && !(await isFree(demanded))) {
      throw new Error(`${VARIABLES[part]}=${demanded}: another program uses this port.`);
    }
  }
  writeWhole(file, ports);
  return /** @type {Ports} */ (ports);
}

/**
 * @param {number | undefined} before
 * @param {number[]} taken
 */
async function keepOrChoose(before, taken) {
  let port = before;
  while (!port || taken.includes(port) || !(await isFree(port))) port = await freePort();
  return port;
}
