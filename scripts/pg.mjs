// @ts-check
// A real PostgreSQL without anything to install: the programs come from npm, the data stay in a folder.
import postgres from "postgres";
import { binaries } from "./postgres/binaries.mjs";
import { createCluster, passwordOf, refuseOtherVersion } from "./postgres/cluster.mjs";
import { placeOf } from "./postgres/place.mjs";
import { dropStalePidFile, runningOn } from "./postgres/postmaster.mjs";
import { launchServer, watchServer } from "./postgres/server.mjs";
import { ended, signalTo } from "./process.mjs";

/** A killed process is gone well within this, also on a busy machine. */
const DYING_MS = 2_000;

/**
 * @typedef {object} Postgres
 * @property {string} url for the database that was asked for
 * @property {string} at the folder that holds the data
 * @property {number} pid
 * @property {number} port
 * @property {boolean} adopted it ran already
 * @property {Promise<string>} exited resolves to the reason when the server is gone
 * @property {(options?: { fast?: boolean }) => Promise<void>} stop a server that was adopted and
 *   that somebody else uses is left running
 */

/**
 * Starts the server on a data folder, which is created when missing; or joins the one that an
 * earlier, killed run left behind.
 * @param {{ dir: string, database?: string, port?: number, fast?: boolean, log?: string }} options
 *   fast: for tests, where a crash may lose data; port: this one or none; log: a file
 * @returns {Promise<Postgres>}
 */
export async function startPostgres({ dir, database = "app", port, fast = false, log }) {
  const { at, account } = placeOf(dir);
  const programs = binaries(account);
  await createCluster({ at, account, initdb: programs.initdb, fast });
  refuseOtherVersion(at, programs.major);
  const launch = {
    at,
    account,
    program: programs.postgres,
    port,
    fast,
    log: log ?? `${at}.log`,
  };
  const server = await serverWith(launch, database);
  /** @param {string} name */
  const url = (name) => urlOf(at, server.port, name);
  return {
    ...server,
    url: url(database),
    at,
    async stop({ fast: atOnce = false } = {}) {
      if (server.adopted && (await isUsed(url("postgres")))) return;
      signalTo(server.pid, atOnce ? "SIGQUIT" : "SIGINT"); // immediate and fast shutdown
      if (await ended(server.pid, 15_000)) return;
      signalTo(server.pid, "SIGQUIT");
      await ended(server.pid, 5_000);
    },
  };
}

/**
 * Joins the server on the data folder or launches one. A server that was killed a moment ago may still be found: it
 * ends instead of answering, and another one is launched.
 * @param {import("./postgres/server.mjs").Launch} launch
 * @param {string} database
 */
async function serverWith(launch, database) {
  for (;;) {
    dropStalePidFile(launch.at);
    const found = runningOn(launch.at);
    const server = found ? await watchServer(found.pid, launch.at) : await launchServer(launch);
    if (!server) continue;
    try {
      await createDatabase(urlOf(launch.at, server.port, "postgres"), database);
      return server;
    } catch (error) {
      if (!server.adopted || !(await ended(server.pid, DYING_MS))) throw error;
    }
  }
}

/**
 * @param {string} at
 * @param {number} port
 * @param {string} database
 */
function urlOf(at, port, database) {
  return `postgres://postgres:${encodeURIComponent(passwordOf(at))}@127.0.0.1:${port}/${database}`;
}

/**
 * @param {string} url
 * @param {string} name
 */
async function createDatabase(url, name) {
  const sql = postgres(url, { max: 1, fetch_types: false, onnotice() {} });
  try {
    const [found] = await sql`select from pg_database where datname = ${name}`;
    if (!found) await sql`create database ${sql(name)}`;
  } catch (error) {
    // Another start made it between the look and the creation: 42P04 or, closer still, 23505.
    const { code } = /** @type {{ code?: string }} */ (error);
    if (code !== "42P04" && code !== "23505") throw error;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** @param {string} url */
async function isUsed(url) {
  const sql = postgres(url, { max: 1, fetch_types: false, connect_timeout: 2, onnotice() {} });
  try {
    const [row] = await sql`select count(*)::int as others from pg_stat_activity
      where backend_type = 'client backend' and pid <> pg_backend_pid()`;
    return row?.others > 0;
  } catch {
    return false; // gone, or going
  } finally {
    await sql.end({ timeout: 5 });
  }
}
