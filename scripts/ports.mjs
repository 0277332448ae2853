// @ts-check
import { randomInt } from "node:crypto";
import { createServer } from "node:net";

/** Below the range that systems hand out to outgoing connections, so that none of those takes a port of ours. */
const LOWEST = 20_000;
const HIGHEST = 30_000;

/**
 * @param {number} port
 * @param {string} [host]
 * @returns {Promise<boolean>}
 */
export function isFree(port, host = "127.0.0.1") {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** @returns {Promise<number>} */
export async function freePort() {
  for (;;) {
    const port = randomInt(LOWEST, HIGHEST);
    if (await isFree(port)) return port;
  }
}
