import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test as base, expect } from "@playwright/test";
import { type Demo, demoFile } from "./demo";

type Session = { cookies: []; origins: [] } | string;
type PerTest = {
  /** Errors in the console that a test provokes, such as the 404 of a page that isn't there. */
  expectedConsoleErrors: RegExp[];
  quietConsole: undefined;
};
type PerWorker = { demo: Demo; session: string };

/** For a test that begins signed out: `test.use({ storageState: signedOut })`. */
export const signedOut: Session = { cookies: [], origins: [] };

/** Begins signed in as the demo store's owner; fails when the page writes an error to the console. */
export const test = base.extend<PerTest, PerWorker>({
  demo: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from here which fixtures to make
    async ({}, use) => {
      const file = join(process.env.E2E_DATA ?? "", "demo.json");
      // The health check that Playwright waits for answers a moment before the file is written.
      await expect.poll(() => existsSync(file)).toBe(true);
      await use(demoFile.parse(JSON.parse(readFileSync(file, "utf8"))));
    },
    { scope: "worker" },
  ],
  session: [
    async ({ browser, demo }, use, worker) => {
      const page = await browser.newPage({ baseURL: demo.url, locale: "pl-PL" });
      await page.goto("/sign-in");
      await page.getByLabel("Adres e-mail").fill(demo.email);
      await page.getByLabel("Hasło", { exact: true }).fill(demo.password);
      await page.getByRole("button", { name: "Zaloguj się" }).click();
      await page.waitForURL((url) => url.pathname !== "/sign-in");
      const file = join(process.env.E2E_DATA ?? "", `session-${worker.workerIndex}.json`);
      await page.context().storageState({ path: file });
      await page.close();
      await use(file);
    },
    { scope: "worker" },
  ],
  storageState: ({ session }, use) => use(session),
  expectedConsoleErrors: [[], { option: true }],
  quietConsole: [
    async ({ page, expectedConsoleErrors }, use) => {
      const errors: string[] = [];
      page.on("pageerror", (error) => errors.push(error.message));
      page.on("console", (message) => {
        const text = message.text();
        if (message.type() !== "error") return;
        if (!expectedConsoleErrors.some((expected) => expected.test(text))) errors.push(text);
      });
      await use(undefined);
      expect(errors, "errors in the console").toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
