import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import type axe from "axe-core";
import { expect } from "./fixtures";

/** The short form: each page that is looked at reads all of it first, and `axe.source` is twice as long. */
const AXE = readFileSync(join(import.meta.dirname, "../node_modules/axe-core/axe.min.js"), "utf8");

const WHOLE = {
  type: "tag" as const,
  values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
};
/** All that a theme can change; looking for the rest again would take twice as long. */
const COLOURS = { type: "rule" as const, values: ["color-contrast"] };

const SIZES = { phone: { width: 360, height: 740 }, desktop: { width: 1440, height: 900 } };
export const SIZE_NAMES = ["phone", "desktop"] as const;

type Looked = {
  /** A menu or a list is open: it stands in no landmark, and is gone before anybody looks for one. */
  floats?: boolean;
};

/** The page as it stands has no violation of WCAG 2.2 AA that a program can find, and does not scroll sideways. */
export async function expectAccessible(page: Page, { floats = false }: Looked = {}) {
  await settled(page);
  expect(await violations(page, WHOLE, floats ? ["region"] : [])).toEqual([]);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, "pixels wider than the window").toBe(0);
}

/** As `expectAccessible`, and its colours in the dark too. */
export async function expectAccessibleInBothThemes(page: Page, looked: Looked = {}) {
  await page.emulateMedia({ colorScheme: "dark" });
  await settled(page);
  expect(await violations(page, COLOURS), "in the dark").toEqual([]);
  await page.emulateMedia({ colorScheme: "light" });
  await expectAccessible(page, looked);
}

/** As `expectAccessibleInBothThemes`, narrow and wide. */
export async function expectAccessibleEverywhere(page: Page) {
  for (const size of SIZE_NAMES) {
    await resize(page, size);
    await expectAccessibleInBothThemes(page);
  }
}

export const resize = (page: Page, size: (typeof SIZE_NAMES)[number]) =>
  page.setViewportSize(SIZES[size]);

async function settled(page: Page) {
  // What is still coming is not the page yet, though the browser has loaded all of it.
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  // Half-way through a change of theme, text and ground belong to different themes.
  await page.evaluate(() => {
    const ending = document
      .getAnimations()
      .filter(({ effect }) => effect?.getTiming().iterations !== Number.POSITIVE_INFINITY);
    return Promise.allSettled(ending.map(({ finished }) => finished));
  });
}

async function violations(
  page: Page,
  runOnly: typeof WHOLE | typeof COLOURS,
  without: string[] = [],
): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(AXE);
  const rules = Object.fromEntries(without.map((rule) => [rule, { enabled: false }]));
  const options = { runOnly, rules, resultTypes: ["violations" as const] };
  const found = await page.evaluate((given) => window.axe.run(document, given), options);
  return found.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target).join(" | ")}`,
  );
}

declare global {
  interface Window {
    axe: typeof axe;
  }
}
