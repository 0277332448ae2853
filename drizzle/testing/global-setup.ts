import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { startPostgres } from "../../scripts/pg.mjs";
import { signalTo } from "../../scripts/process.mjs";
import { migrateDatabase } from "../migrate";
import { startDeafEngine } from "./deaf-engine";

declare module "vitest" {
  interface ProvidedContext {
    /** A migrated, empty database: database.ts copies it for each test file. */
    template: string;
    /** Where the database tests announce to. */
    engineUrl: string;
  }
}

/** One PostgreSQL for all database tests: a fresh one, or that of DATABASE_URL_TEST. */
export default async function setup(project: TestProject) {
  const server = process.env.DATABASE_URL_TEST
    ? { url: process.env.DATABASE_URL_TEST, async stop() {} }
    : await startOwn();
  const template = `easycart_test_${randomBytes(4).toString("hex")}`;
  const admin = postgres(server.url, { max: 1, onnotice() {} });
  await admin`create database ${admin(template)}`;
  const url = new URL(server.url);
  url.pathname = template;
  await migrateDatabase(url.href);
  project.provide("template", url.href);
  const engine = await startDeafEngine();
  project.provide("engineUrl", engine.url);
  return async () => {
    await engine.stop();
    const made =
      await admin`select datname from pg_database where starts_with(datname, ${template})`;
    for (const { datname } of made) await admin`drop database ${admin(datname)} with (force)`;
    await admin.end({ timeout: 5 });
    await server.stop();
  };
}

async function startOwn() {
  const folder = mkdtempSync(join(tmpdir(), "easycart-postgres-"));
  chmodSync(folder, 0o755); // for root PostgreSQL runs under another account, which must get in
  const server = await startPostgres({ dir: join(folder, "data"), fast: true });
  const remove = () => {
    for (const path of [server.at, folder])
      rmSync(path, { recursive: true, force: true, maxRetries: 5 });
  };
  // Vitest, told to stop, exits without a teardown: the server would be left running.
  const abandon = () => {
    signalTo(server.pid, "SIGQUIT");
    remove();
  };
  process.once("exit", abandon);
  return {
    url: server.url,
    async stop() {
      await server.stop();
      process.off("exit", abandon);
      remove();
    },
  };
}
