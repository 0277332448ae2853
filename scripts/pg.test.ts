import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { type Postgres, startPostgres } from "./pg.mjs";
import { ended, startedAt } from "./process.mjs";

let folder: string;
let dir: string;
const started: Postgres[] = [];

async function start({ fast = true } = {}) {
  const server = await startPostgres({ dir, fast });
  started.push(server);
  return server;
}

async function query(url: string, text: string) {
  const sql = postgres(url, { max: 1, onnotice() {} });
  try {
    return await sql.unsafe(text);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "easycart-pg-test-"));
  chmodSync(folder, 0o755);
  dir = join(folder, "data");
});
afterEach(async () => {
  for (const server of started.splice(0).reverse()) await server.stop();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("two first starts at once share one server", async () => {
  const [one, two] = await Promise.all([start(), start()]);
  expect(one.pid).toBe(two.pid);
  expect([one.adopted, two.adopted].filter(Boolean)).toHaveLength(1);
}, 30_000);

test("the password is random and for the owner's eyes only", async () => {
  const { at, url } = await start();
  const file = join(at, "password");
  expect(readFileSync(file, "utf8")).toHaveLength(32);
  expect(statSync(file).mode & 0o077).toBe(0);
  await expect(query(url.replace(/:[^:@]+@/, ":postgres@"), "select 1")).rejects.toThrow(
    "password",
  );
});

test("after kill -9 it comes back with its data, beside clients that have not noticed", async () => {
  const first = await start({ fast: false });
  await query(first.url, "create table kept (id int); insert into kept values (7)");
  const waiting = query(first.url, "select pg_sleep(30)");
  const cut = waiting.catch((error: Error) => error);
  process.kill(first.pid, "SIGKILL");
  expect(await first.exited).toBe("SIGKILL");
  const second = await start();
  expect(await query(second.url, "select id from kept")).toEqual([{ id: 7 }]);
  expect(await cut).toBeInstanceOf(Error);
});

test("started in the very moment of a kill -9, it joins no dying server", async () => {
  let server = await start();
  for (let time = 0; time < 5; time++) {
    process.kill(server.pid, "SIGKILL");
    const next = await start();
    expect(next.pid).not.toBe(server.pid);
    expect(await query(next.url, "select 1 as alive")).toEqual([{ alive: 1 }]);
    server = next;
  }
}, 60_000);

test("a pid file that names another program's pid does not stop it", async () => {
  const { at } = await start();
  await started.pop()?.stop();
  const other = spawn(process.execPath, ["-e", "setTimeout(() => {}, 60_000)"]);
  writeFileSync(
    join(at, "postmaster.pid"),
    `${other.pid}\n${at}\n1\n5432\n\n127.0.0.1\n 1 2\nready\n`,
  );
  const server = await start();
  expect(server.adopted).toBe(false);
  expect(server.pid).not.toBe(other.pid);
  other.kill();
});

test("a server that was adopted is left running while somebody else uses it", async () => {
  const own = await start();
  const adopted = await startPostgres({ dir, fast: true });
  expect(adopted.adopted).toBe(true);
  const other = postgres(own.url, { max: 1, onnotice() {} });
  await other`select 1`;
  await adopted.stop();
  expect(startedAt(own.pid)).toBeDefined();
  await other.end({ timeout: 5 });
  await adopted.stop();
  expect(await ended(own.pid, 0)).toBe(true);
});
