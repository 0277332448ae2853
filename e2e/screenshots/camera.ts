import type { Browser, Page } from "@playwright/test";

export type Shown = {
  name: string;
  path: string;
  /** What is done on the page before it is taken. */
  act?: (page: Page) => Promise<void>;
  /** What this page's nature writes to the console, such as the 404 of a page that isn't there. */
  expects?: RegExp;
};

const SIZES = { "1440": { width: 1440, height: 900 }, "360": { width: 360, height: 740 } };
export const THEMES = ["light", "dark"] as const;
export const WIDTHS = ["1440", "360"] as const;

export const fileOf = (name: string, width: string, theme: string) =>
  `${name}-${width}-${theme}.png`;

/** Takes pages in both widths and themes, and collects what is wrong with them. */
export function createCamera(
  browser: Browser,
  { folder, baseURL }: { folder: string; baseURL: string },
) {
  const taken: string[] = [];
  const problems: string[] = [];

  async function takeOne(page: Page, { name, path, act, expects }: Shown) {
    const noted = problems.length;
    const listen = (text: string) => {
      if (!expects?.test(text)) problems.push(`${name} (${path}): ${text}`);
    };
    const stop = listenTo(page, listen);
    for (const width of WIDTHS) {
      await page.setViewportSize(SIZES[width]);
      await page.goto(path);
      await act?.(page).catch((error: Error) => listen(error.message));
      await settled(page);
      const wider = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (wider > 0) problems.push(`${name} (${path}): ${wider} px wider than ${width}`);
      await showWhole(page, SIZES[width]);
      for (const theme of THEMES) {
        await page.emulateMedia({ colorScheme: theme });
        await page.screenshot({ path: `${folder}/${fileOf(name, width, theme)}` });
      }
    }
    stop();
    taken.push(name);
    console.log(`${problems.length > noted ? "WRONG" : "ok   "} ${name}`);
  }

  return {
    taken,
    problems,
    async open(): Promise<Page> {
      const context = await browser.newContext({
        ...{ baseURL, locale: "pl-PL", timezoneId: "Europe/Warsaw", reducedMotion: "reduce" },
      });
      return await context.newPage();
    },
    async take(page: Page, pages: readonly Shown[]) {
      for (const shown of pages) await takeOne(page, shown);
    },
  };
}

function listenTo(page: Page, tell: (text: string) => void) {
  const onError = (error: Error) => tell(error.message);
  const onConsole = (message: { type: () => string; text: () => string }) => {
    if (message.type() === "error") tell(message.text());
  };
  page.on("pageerror", onError).on("console", onConsole);
  return () => void page.off("pageerror", onError).off("console", onConsole);
}

/** Letters have their shapes, and nothing is still being loaded. */
async function settled(page: Page) {
  await page.waitForFunction(
    () => document.fonts.status === "loaded" && !document.querySelector('[aria-busy="true"]'),
  );
}

/**
 * A window as tall as the page, so that what sticks to an edge of the window is at an edge of the
 * picture; what floats over a page is shown over the part that a visitor sees.
 */
async function showWhole(page: Page, size: { width: number; height: number }) {
  const floating = page.locator("[role=dialog], [role=alertdialog], [role=menu]");
  if ((await floating.count()) > 0) return;
  await page.mouse.move(0, 0);
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ ...size, height: Math.max(size.height, height) });
}
