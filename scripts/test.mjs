// @ts-check
// `npm test`: everything that has to be right, from nothing but Node.
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { browser } from "./browser.mjs";
import { checkAll } from "./check.mjs";
import { weighPages } from "./first-load.mjs";
import { install, refuseOldNode, withoutNpm } from "./install.mjs";
import { program, run } from "./run.mjs";
import { say, step } from "./say.mjs";
import { build } from "./start/build.mjs";
import { sum, tallyOf } from "./tally.mjs";

const stopping = new AbortController();
const { signal } = stopping;
/** Everything that the tests write; as a rule a folder of mode 0700, which root's PostgreSQL can't enter. */
const folder = mkdtempSync(join(tmpdir(), "easycart-test-"));
chmodSync(folder, 0o755);

/** What a developer has configured for himself must not reach the tests: they would write to his database. */
const OUTSIDE = [
  "DATABASE_URL",
  "SMTP_URL",
  "APP_URL",
  "NEXTAUTH_URL",
  "DATA_DIR",
  "PORT",
  "HOST",
  "DEMO",
];
const env = Object.fromEntries(
  Object.entries({
    ...withoutNpm(process.env),
    TMPDIR: folder,
    NEXT_TELEMETRY_DISABLED: "1",
  }).filter(
    ([name]) => !OUTSIDE.includes(name) && !name.startsWith("INNGEST_") && name !== "NODE_ENV",
  ),
);

async function unitAndDatabase() {
  say("Unit and database tests (vitest)");
  const report = join(folder, "vitest.json");
  const args = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const { code } = await run(process.execPath, [program("vitest/vitest.mjs"), ...args], {
    env,
    signal,
    show: true,
  });
  return tallyOf(code, report);
}

async function built() {
  try {
    await build({ env, signal, behind: true });
    return { passed: 1, failed: 0 };
  } catch (error) {
    signal.throwIfAborted();
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1 };
  }
}

async function throughTheBrowser() {
  const chromium = await step("Looking for a browser", () => browser(env, signal));
  say("Tests through the browser (Playwright)");
  const report = join(folder, "playwright.json");
  const { code } = await run(
    process.execPath,
    [program("@playwright/test/cli.js"), "test", "--config", "e2e/playwright.config.ts"],
    {
      env: { ...env, ...(chromium && { CHROMIUM_PATH: chromium }), PLAYWRIGHT_REPORT: report },
      signal,
      show: true,
    },
  );
  return tallyOf(code, report);
}

async function checkedAndBuilt() {
  const checked = await checkAll({ env, signal, behind: true });
  // Not beside each other: a build empties the folder where TypeScript reads the types of the routes.
  return [checked, await built()];
}

async function all() {
  refuseOldNode();
  await install({ dev: true, signal });
  // Most tests of the first kind wait for something; meanwhile what only computes uses the processors.
  const [unit, others] = await Promise.allSettled([unitAndDatabase(), checkedAndBuilt()]);
  signal.throwIfAborted();
  if (unit.status === "rejected") throw unit.reason;
  if (others.status === "rejected") throw others.reason;
  const tallies = [unit.value, ...others.value];
  // Without a build there is nothing to weigh or to open.
  if (others.value[1]?.failed === 0) tallies.push(weighPages(), await throughTheBrowser());
  return sum(tallies);
}

for (const name of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
  process.on(name, () => stopping.abort(new Error(`Stopped (${name})`)));
}
let tally = { passed: 0, failed: 1 };
try {
  tally = await all();
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : error}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
say("Done");
// The last line, alone: whoever runs this in a pipeline reads it.
console.log(`${tally.passed} passed, ${tally.failed} failed`);
process.exit(tally.failed === 0 ? 0 : 1);
