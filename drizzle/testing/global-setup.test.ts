import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { expect, test } from "vitest";
import { typescript } from "../../scripts/run.mjs";

/** As vitest does: it exits when it is told to stop, and calls no teardown. */
const RUNNER = `
  const { default: setup } = await import(${JSON.stringify(join(import.meta.dirname, "global-setup.ts"))});
  process.once("SIGTERM", () => process.exit(143));
  await setup({ provide: (name, value) => console.log(name + " " + value) });
`;

async function answers(url: string) {
  const sql = postgres(url, { max: 1, onnotice() {} });
  try {
    return (await sql`select 1`).length === 1;
  } catch {
    return false; // nobody is there any more
  } finally {
    await sql.end({ timeout: 5 });
  }
}

test("a runner that is stopped leaves no PostgreSQL and no data", async () => {
  const folder = mkdtempSync(join(tmpdir(), "easycart-setup-test-"));
  chmodSync(folder, 0o755);
  const { DATABASE_URL_TEST: _, ...env } = process.env;
  const runner = spawn(process.execPath, [...typescript, "--input-type=module", "--eval", RUNNER], {
    env: { ...env, TMPDIR: folder },
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    let told = "";
    for await (const text of runner.stdout.setEncoding("utf8")) {
      told += text;
      if (told.includes("engineUrl")) break;
    }
    const url = told.match(/^template (.+)$/m)?.[1] ?? "";
    expect(await answers(url)).toBe(true);
    runner.kill("SIGTERM");
    await once(runner, "exit");
    await expect.poll(() => answers(url)).toBe(false);
    expect(readdirSync(folder).filter((name) => name.startsWith("easycart-"))).toEqual([]);
  } finally {
    runner.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  }
}, 30_000);
