import { randomUUID } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig, devices } from "@playwright/test";
import { installedBrowser } from "../scripts/browser.mjs";
import { freePort } from "../scripts/ports.mjs";

/**
 * One copy of the app for all specs: its own port and data, the production build. Playwright reads
 * this file again in each worker; what was chosen first is handed on through the environment.
 */
process.env.E2E_PORT ??= String(await freePort());
process.env.E2E_DATA ??= join(tmpdir(), `easycart-e2e-${randomUUID()}`);
const { E2E_PORT: port, E2E_DATA: data } = process.env;

/** Empty means "not set" to the app, and keeps a developer's own .env out of the tests. */
const nothingOutside = {
  APP_URL: "",
  DATABASE_URL: "",
  DEMO: "1",
  INNGEST_BASE_URL: "",
  INNGEST_EVENT_KEY: "",
  INNGEST_SIGNING_KEY: "",
  NEXTAUTH_URL: "",
  SMTP_URL: "",
};

const ACTIONS = "**/actions*.spec.ts";
const TIME_MACHINE = "**/time-machine.spec.ts";
const CRASH = "**/crash.spec.ts";
const SPEED = "**/speed*.spec.ts";
const report = process.env.PLAYWRIGHT_REPORT;

export default defineConfig({
  testDir: ".",
  testMatch: "**/*.spec.ts",
  outputDir: "../test-results",
  // Two keep the processors busy; the third works while tools and letters are waited for.
  workers: 3,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"], ...(report ? [["json", { outputFile: report }] as const] : [])],
  use: {
    baseURL: `http://localhost:${port}`,
    locale: "pl-PL",
    contextOptions: { reducedMotion: "reduce" },
    timezoneId: "Europe/Warsaw",
    // A recording of every step, thrown away when it went well, would cost a sixth of all the work.
    trace: "off",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: installedBrowser(),
      // Root has no sandbox to run in; the rest keeps the browser from calling home.
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  projects: [
    {
      name: "desktop",
      workers: 2,
      use: { viewport: { width: 1440, height: 900 } },
      testIgnore: ["**/*.phone.spec.ts", ACTIONS, TIME_MACHINE, CRASH, SPEED],
    },
    {
      name: "phone",
      use: { ...devices["Pixel 7"], viewport: { width: 360, height: 740 } },
      testMatch: "**/*.phone.spec.ts",
    },
    // Fills the demo store with accounts of every tool, where a newcomer is to find one.
    {
      name: "actions",
      use: { viewport: { width: 1440, height: 900 } },
      testMatch: ACTIONS,
      dependencies: ["desktop", "phone"],
    },
    // Moves the clock of the whole copy, so nobody else may be at work in it.
    {
      name: "time-machine",
      use: { viewport: { width: 1440, height: 900 } },
      testMatch: TIME_MACHINE,
      dependencies: ["actions"],
    },
    // Has a copy of its own, and little work beside it.
    { name: "crash", testMatch: CRASH, dependencies: ["actions"] },
    // What is measured must not wait for anybody else.
    {
      name: "speed",
      workers: 1,
      use: { viewport: { width: 1440, height: 900 } },
      testMatch: SPEED,
      dependencies: ["time-machine", "crash"],
    },
  ],
  webServer: {
    command: `"${process.execPath}" scripts/start.mjs`,
    cwd: "..",
    url: `http://localhost:${port}/api/health`,
    env: { ...nothingOutside, PORT: port, DATA_DIR: data },
    // The default, SIGKILL, would leave the database and the other parts running.
    gracefulShutdown: { signal: "SIGTERM", timeout: 60_000 },
    reuseExistingServer: false,
    stdout: "pipe",
    timeout: 600_000,
  },
});
