// @ts-check
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { install } from "../install.mjs";
import { tryLock } from "../lock.mjs";
import { isFree } from "../ports.mjs";
import { mustRun, typescript } from "../run.mjs";
import { say, step } from "../say.mjs";
import { announce } from "./announce.mjs";
import { build } from "./build.mjs";
import { writeWhole } from "./files.mjs";
import { allWork } from "./health.mjs";
import { createKeeper } from "./keeper.mjs";
import { appEnvironment, localAddresses, programs } from "./parts.mjs";
import { choosePorts } from "./ports.mjs";
import { endLeftBehind } from "./registry.mjs";
import { localSecrets } from "./secrets.mjs";

/** The file that says: this copy is stopping. */
const LEAVING = "stopping.json";
const GRACE_MS = 1_000;

/** @param {string} data */
const demoFile = (data) => join(data, "demo.json");

/** @typedef {import("./settings.mjs").Settings} Settings */
/** @typedef {{ settings: Settings, dev: boolean, keeper: import("./keeper.mjs").Keeper, signal: AbortSignal }} Context */

/**
 * One copy of the app with all its parts.
 * @param {{ settings: Settings, dev: boolean, onGiveUp: (reason: string) => void }} options
 */
export function createSystem({ settings, dev, onGiveUp }) {
  const stopping = new AbortController();
  const { signal } = stopping;
  const keeper = createKeeper({
    data: settings.data,
    showLogs: dev || !settings.demo,
    onGiveUp,
  });
  /** @type {(() => void) | undefined} */
  let release;
  /** @type {Promise<void> | undefined} */
  let starting;
  async function start() {
    release = await claim(settings);
    await install({ dev, signal });
    await startParts({ settings, dev, keeper, signal });
  }
  return {
    start() {
      starting = start();
      return starting;
    },
    /** @param {boolean} fast ends everything at once */
    async stop(fast) {
      stopping.abort();
      const leaving = join(settings.data, LEAVING);
      if (release) markLeaving(settings.data);
      await keeper.stop(fast);
      await starting?.catch(() => {}); // an install or a build that was cut short must be over
      rmSync(leaving, { force: true });
      release?.();
    },
  };
}

/**
 * Tells other starts. Whatever stands in the way, such as a data folder that is gone, must not keep the parts running.
 * @param {string} data
 */
function markLeaving(data) {
  try {
    writeWhole(join(data, LEAVING), { pid: process.pid });
    rmSync(demoFile(data), { force: true }); // whoever waits for the next start must not find it
  } catch (error) {
    say(`Could not mark the data folder: ${error instanceof Error ? error.message : error}`);
  }
}

/**
 * Makes sure that nobody else uses this data folder and this port.
 * @param {Settings} settings
 */
async function claim({ data, port, host }) {
  mkdirSync(join(data, "logs"), { recursive: true });
  const release = await step("Waiting until the copy before has stopped", () => lockData(data));
  // What a copy that was killed has left tells of nobody any more.
  for (const file of [demoFile(data), join(data, LEAVING)]) rmSync(file, { force: true });
  const left = await endLeftBehind(join(data, "processes.json"));
  if (left.length > 0) say(`Ended what an earlier, killed start had left: ${left.join(", ")}`);
  if (await isFree(port, host)) return release;
  release();
  throw new Error(`Another program uses port ${port}. Choose another: PORT=${port + 1} npm start`);
}

/**
 * Waits for a copy that is stopping, and a moment for one that is about to: under npm it learns of
 * a SIGTERM only after npm itself has ended.
 * @param {string} data
 */
async function lockData(data) {
  const grace = performance.now() + GRACE_MS;
  for (;;) {
    const { holder, release } = await tryLock(join(data, "start.lock"));
    if (release) return release;
    if (!existsSync(join(data, LEAVING)) && performance.now() > grace) {
      throw new Error(
        `The app runs already on ${data} (process ${holder.pid}). For a second copy set DATA_DIR and PORT.`,
      );
    }
    await pause(100);
  }
}

/** @param {Context} context */
async function startParts({ settings, dev, keeper, signal }) {
  const { data, demo } = settings;
  const ports = await choosePorts(join(data, "ports.json"), process.env);
  const secrets = localSecrets(join(data, "secrets.json"), process.env);
  const env = appEnvironment(process.env, settings, ports, secrets);
  const parts = programs(settings, ports, env, dev);

  const database = prepareDatabase({ settings, dev, keeper, signal }, ports, env);
  const built = dev ? Promise.resolve() : build({ signal });
  /** @param {import("./parts.mjs").Part} part */
  const keepApp = async (part) => {
    const { DATABASE_URL } = await database;
    await keeper.keepProgram({ ...part, env: { ...part.env, DATABASE_URL } });
  };
  await Promise.all([
    demo && keeper.keepProgram(parts.emulators),
    demo && !settings.smtpUrl && keeper.keepProgram(parts.inbox),
    !settings.inngest && keepApp(parts.engine),
    built.then(() => keepApp(parts.web)),
  ]);
  await allWork(`http://${parts.web.host}:${settings.port}`, signal);
  keeper.allWork();
  const { seeded } = await database;
  announce({ settings, addresses: localAddresses(settings, ports), seeded, file: demoFile(data) });
}

/**
 * Starts the database unless there is one elsewhere, brings it up to date and fills the demo store.
 * @param {Context} context
 * @param {import("./ports.mjs").Ports} ports
 * @param {NodeJS.ProcessEnv} env
 */
async function prepareDatabase({ settings, keeper, signal }, ports, env) {
  const DATABASE_URL = settings.databaseUrl ?? (await keepDatabase(settings.data, ports, keeper));
  /**
   * @param {string} what
   * @param {string} file
   */
  const once = (what, file) =>
    step(what, () =>
      mustRun(what, process.execPath, [...typescript, file], {
        env: { ...env, DATABASE_URL },
        signal,
      }),
    );
  await once("Migrating the database", "drizzle/migrate.ts");
  const seeded = settings.demo ? await once("Filling the demo store", "drizzle/seed/main.ts") : "";
  return { DATABASE_URL, seeded };
}

/**
 * @param {string} data
 * @param {import("./ports.mjs").Ports} ports
 * @param {import("./keeper.mjs").Keeper} keeper
 */
async function keepDatabase(data, ports, keeper) {
  const { startPostgres } = await import("../pg.mjs"); // needs a package, so not before the install
  let url = "";
  let port = ports.postgres;
  await keeper.keep("postgres", async () => {
    const log = join(data, "logs", "postgres.log");
    const server = await startPostgres({ dir: join(data, "postgres"), port, log });
    ({ url, port } = server); // after a crash it must come back where the others look for it
    return server;
  });
  return url;
}
