// @ts-check
// `npm run screenshots`: every page of a copy of its own, wide and narrow, light and dark, into screenshots/.
import { browser } from "./browser.mjs";
import { ownCopy } from "./copy.mjs";
import { install, refuseOldNode } from "./install.mjs";
import { run, typescript } from "./run.mjs";

refuseOldNode();
await install({ dev: true });
const stopping = new AbortController();
const { signal } = stopping;
const copy = await ownCopy("screenshots");
for (const name of /** @type {const} */ (["SIGINT", "SIGTERM"]))
  process.on(name, () => {
    stopping.abort(new Error(`Stopped (${name})`));
    void copy.stop();
  });

let code = 1;
try {
  const chromium = await browser(copy.env, signal);
  await copy.start();
  const env = { ...copy.env, ...(chromium && { CHROMIUM_PATH: chromium }) };
  const args = [...typescript, "e2e/screenshots.ts"];
  ({ code } = await run(process.execPath, args, { env, signal, show: true }));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
} finally {
  await copy.stop();
  copy.remove();
}
process.exit(code);
