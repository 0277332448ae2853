// @ts-check
import { spawn } from "node:child_process";
import { chownSync, closeSync, openSync, readSync, statSync } from "node:fs";
import { totalmem } from "node:os";
import { freePort } from "../ports.mjs";
import { startedAt } from "../process.mjs";
import { runningOn } from "./postmaster.mjs";

/** @typedef {{ pid: number, port: number, adopted: boolean, exited: Promise<string> }} Server */
/**
 * @typedef {object} Launch
 * @property {string} at
 * @property {import("./account.mjs").Account | undefined} account
 * @property {string} program
 * @property {number | undefined} port
 * @property {boolean} fast
 * @property {string} log
 */

/** How long a start may be tried again, and how long recovery after a crash may take. */
const TRY_MS = 10_000;
const READY_MS = 120_000;
const LOOK_MS = 20;

/** Why a start fails that succeeds a moment later. */
const TWIN = /lock file "postmaster\.pid" already exists/; // another start was faster: join it
const LEFTOVERS = /pre-existing shared memory block/; // the killed server's children are still leaving
const PORT_TAKEN = /could not bind|could not create any TCP\/IP sockets/;

/**
 * @param {Launch} launch
 * @returns {Promise<Server>}
 */
export async function launchServer(launch) {
  const end = performance.now() + TRY_MS;
  for (;;) {
    const port = launch.port ?? (await freePort());
    const from = sizeOf(launch.log);
    const server = spawnServer(launch, port);
    if (await becomesReady(server, launch.at)) return server;
    const said = tail(launch.log, from);
    const twin = TWIN.test(said) ? runningOn(launch.at) : undefined;
    const joined = twin && (await watchServer(twin.pid, launch.at));
    if (joined) return joined;
    const passes = TWIN.test(said) || LEFTOVERS.test(said) || PORT_TAKEN.test(said);
    if (!passes || performance.now() > end) throw new Error(`PostgreSQL did not start:\n${said}`);
    await new Promise((resolve) => setTimeout(resolve, 5 * LOOK_MS));
  }
}

/**
 * Joins a server that somebody else started, as soon as it takes connections.
 * @param {number} pid
 * @param {string} at
 * @returns {Promise<Server | undefined>} undefined when it ended instead
 */
export async function watchServer(pid, at) {
  const began = startedAt(pid);
  /** @type {Promise<string>} */
  const exited = new Promise((resolve) => {
    const look = setInterval(() => {
      if (startedAt(pid) === began) return;
      clearInterval(look);
      resolve("ended");
    }, 250).unref();
  });
  const server = { pid, port: 0, adopted: true, exited };
  if (!(await becomesReady(server, at))) return undefined;
  return { ...server, port: runningOn(at)?.port ?? 0 };
}

/**
 * An eighth of the machine's memory, within bounds. What moves or cancels 100,000 runs at once works on
 * some 400 MB, and with PostgreSQL's own 128 MB and 4 MB for its log takes twice as long.
 */
const bufferMegabytes = () => Math.max(128, Math.min(512, Math.floor(totalmem() / 2 ** 20 / 8)));

/**
 * @param {Launch} launch
 * @param {number} port
 * @returns {Server}
 */
function spawnServer({ at, account, program, fast, log }, port) {
  const out = openSync(log, "a", 0o600);
  if (account) chownSync(log, account.uid, account.gid);
  const settings = [
    "unix_socket_directories=",
    "timezone=UTC",
    `shared_buffers=${bufferMegabytes()}MB`,
    "wal_buffers=32MB",
    "max_wal_size=2GB",
    ...(fast ? ["fsync=off", "synchronous_commit=off", "full_page_writes=off"] : []),
  ];
  const args = [
    "-D",
    at,
    "-p",
    String(port),
    "-h",
    "127.0.0.1",
    ...settings.flatMap((s) => ["-c", s]),
  ];
  // In a process group of its own: Ctrl-C must not reach it before everything else has drained.
  const child = spawn(program, args, {
    ...account,
    cwd: "/",
    stdio: ["ignore", out, out],
    detached: true,
  });
  closeSync(out);
  child.unref();
  /** @type {Promise<string>} */
  const exited = new Promise((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
  return { pid: child.pid ?? 0, port, adopted: false, exited };
}

/**
 * @param {Server} server
 * @param {string} at
 */
async function becomesReady(server, at) {
  let gone = false;
  server.exited.then(() => {
    gone = true;
  });
  for (const end = performance.now() + READY_MS; performance.now() < end; ) {
    const found = runningOn(at);
    if (found?.pid === server.pid && found.ready) return true;
    if (gone) return false;
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
  throw new Error(`PostgreSQL is not ready after ${READY_MS / 1000} s.`);
}

/** @param {string} file */
function sizeOf(file) {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

/**
 * @param {string} file
 * @param {number} from
 */
function tail(file, from) {
  const text = Buffer.alloc(Math.min(sizeOf(file) - from, 4096));
  const handle = openSync(file, "r");
  readSync(handle, text, 0, text.length, from);
  closeSync(handle);
  return text.toString("utf8");
}
