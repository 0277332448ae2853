import { spawn } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";

test("the process says when it is ready and leaves on SIGTERM with its data saved", async () => {
  const data = await mkdtemp(join(tmpdir(), "emulators-"));
  const main = join(import.meta.dirname, "main.ts");
  const env = { ...process.env, EMULATORS_PORT: "0", EMULATORS_DATA: data };
  const child = spawn(process.execPath, ["--import", "tsx", main], { env });
  const ready = await new Promise<string>((resolve) => {
    child.stdout.on("data", (chunk) => resolve(String(chunk)));
  });
  const origin = /^ready (http:\/\/127\.0\.0\.1:\d+)\n$/.exec(ready)?.[1];
  expect((await fetch(`${origin}/sklep.example/hook`, { method: "POST", body: "x" })).status).toBe(
    200,
  );
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  expect(await ended).toBe(0);
  expect(await readdir(data)).toEqual(["webhooks.json"]);
  await rm(data, { recursive: true });
}, 30_000);
