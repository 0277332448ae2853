import { expectAccessibleEverywhere } from "./accessible";
import { addressOf, fillPages, routesOfApp, type Shown } from "./every-page";
import { expect, signedOut, test } from "./fixtures";
import { signUp } from "./newcomer";
import { someone } from "./shop";
import { openSteady } from "./steady";

const OUTSIDE = ["/sign-in", "/sign-up"];
const EMPTY = ["/", "/products", "/automations", "/timeline", "/activity", "/integrations"];
const EMPTY_TOO = ["/deliveries", "/search", "/settings"];

/** Of pages that look otherwise where nothing is to be shown. */
const NOTHING_FOUND = [
  "/activity?customer=nikt",
  "/timeline?customer=nikt",
  "/products?q=nieznany",
  "/search?q=nieznany",
];

test.describe("a page for members", () => {
  let shown: Shown;
  test.beforeAll(async ({ browser, demo, session }) => {
    const context = { baseURL: demo.url, locale: "pl-PL", storageState: session };
    const page = await browser.newPage(context);
    shown = await fillPages(page, demo, process.env.E2E_DATA ?? "");
    await page.close();
  });

  // Read from the folders: a new page is among them before anybody thinks of it.
  for (const route of routesOfApp().filter((route) => !OUTSIDE.includes(route)))
    test(`${route} stands still and is accessible`, async ({ page }) => {
      await openSteady(page, addressOf(route, shown));
      await expectAccessibleEverywhere(page);
    });

  for (const address of NOTHING_FOUND)
    test(`${address} is accessible`, async ({ page }) => {
      await page.goto(address);
      await expectAccessibleEverywhere(page);
    });
});

test.describe("what isn't there", () => {
  test.use({ expectedConsoleErrors: [/404/] });

  for (const address of ["/products/pro_none", "/nowhere"])
    test(`${address} is accessible`, async ({ page }) => {
      await page.goto(address);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Nie ma takiej strony");
      await expectAccessibleEverywhere(page);
    });
});

test.describe("signed out", () => {
  test.use({ storageState: signedOut });

  for (const address of [...OUTSIDE, `/qr/${"0".repeat(40)}`])
    test(`${address} is accessible`, async ({ page }) => {
      await page.goto(address);
      await expectAccessibleEverywhere(page);
    });

  test("a store that has nothing yet is accessible", async ({ page }) => {
    await signUp(page, someone("pusta"));
    for (const address of [...EMPTY, ...EMPTY_TOO]) {
      await page.goto(address);
      await expectAccessibleEverywhere(page);
    }
  });
});
