// @ts-check
// `npm run year -- --seed 1`: a year of a store's life in seconds, held against an oracle of its own.
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { install, refuseOldNode, withoutNpm } from "./install.mjs";
import { root } from "./root.mjs";
import { run } from "./run.mjs";

refuseOldNode();
await install({ dev: true });
const folder = mkdtempSync(join(tmpdir(), "easycart-year-"));
chmodSync(folder, 0o755); // for root PostgreSQL runs under another account, which must get in
/** What a developer has configured for himself must not be lived through. */
const env = {
  // The functions draw letters with what React has for a browser, so "server-only" must be told otherwise.
  TSX_TSCONFIG_PATH: join(root, "scripts/year/tsconfig.json"),
  ...Object.fromEntries(
    Object.entries(withoutNpm(process.env)).filter(
      ([name]) => !/^(INNGEST_|DATABASE_URL|SMTP_URL|APP_URL|NEXTAUTH_)/.test(name),
    ),
  ),
};
const stopping = new AbortController();
for (const name of /** @type {const} */ (["SIGINT", "SIGTERM"]))
  process.on(name, () => stopping.abort(new Error(`Stopped (${name})`)));

let code = 1;
try {
  const script = join(root, "scripts/year/main.ts");
  const args = ["--import", "tsx", script, "--folder", folder, ...process.argv.slice(2)];
  ({ code } = await run(process.execPath, args, { env, show: true, signal: stopping.signal }));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit(code);
