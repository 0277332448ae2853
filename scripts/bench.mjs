// @ts-check
// `npm run bench`: measures a copy of its own, with fresh data on a free port.
import { spawn } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { install, refuseOldNode, withoutNpm } from "./install.mjs";
import { freePort } from "./ports.mjs";
import { root } from "./root.mjs";
import { run, typescript } from "./run.mjs";

refuseOldNode();
await install({ dev: true });
const folder = mkdtempSync(join(tmpdir(), "easycart-bench-"));
chmodSync(folder, 0o755); // for root PostgreSQL runs under another account, which must get in
/** What a developer has configured for himself must not be measured: empty means "not set". */
const outside = {
  ...{ DATABASE_URL: "", SMTP_URL: "", APP_URL: "", NEXTAUTH_URL: "" },
  ...{ INNGEST_BASE_URL: "", INNGEST_EVENT_KEY: "", INNGEST_SIGNING_KEY: "" },
};
const own = { DEMO: "1", DATA_DIR: folder, PORT: String(await freePort()) };
const env = { ...withoutNpm(process.env), ...outside, ...own };
const copy = spawn(process.execPath, [join(root, "scripts/start.mjs")], { env, stdio: "inherit" });
/** @type {Promise<number | null>} */
const exited = new Promise((resolve) => copy.once("exit", resolve));
const stop = () => copy.kill("SIGTERM");
process.on("SIGINT", stop).on("SIGTERM", stop);

let code = 1;
while (copy.exitCode === null && !existsSync(join(folder, "demo.json"))) await pause(100);
if (copy.exitCode === null) {
  const args = [...typescript, join(root, "scripts/bench/main.ts"), ...process.argv.slice(2)];
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value));
  ({ code } = await run(process.execPath, args, { env: set, show: true }));
}
stop();
await exited;
rmSync(folder, { recursive: true, force: true });
process.exit(code);
