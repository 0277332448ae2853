import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { lock, tryLock } from "./lock.mjs";
import { startedAt } from "./process.mjs";

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "easycart-lock-"));
  file = join(folder, "a", "lock");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("has one holder at a time, and is free again when released", async () => {
  const first = await tryLock(file);
  expect((await tryLock(file)).holder?.pid).toBe(process.pid);
  first.release?.();
  expect(existsSync(file)).toBe(false);
  expect((await tryLock(file)).release).toBeTypeOf("function");
});

test("makes the next one wait", async () => {
  const order: string[] = [];
  const release = await lock(file);
  const next = lock(file).then((done) => {
    order.push("second holds");
    done();
  });
  order.push("first releases");
  release();
  await next;
  expect(order).toEqual(["first releases", "second holds"]);
});

test.each([
  ["of a process that has ended", { pid: 2 ** 22 + 1, began: "1" }],
  ["of a process whose pid another has now", { pid: process.pid, began: "long ago" }],
])("takes over the lock %s", async (_, holder) => {
  await tryLock(file);
  writeFileSync(file, JSON.stringify(holder));
  expect((await tryLock(file)).release).toBeTypeOf("function");
});

test("takes over a lock that its holder never finished writing", async () => {
  await tryLock(file);
  writeFileSync(file, "");
  expect((await tryLock(file)).release).toBeTypeOf("function");
});

test("knows when a process began", () => {
  expect(startedAt(process.pid)).toBe(startedAt(process.pid));
  expect(startedAt(process.pid)).toBeDefined();
  expect(startedAt(2 ** 22 + 1)).toBeUndefined();
});
