import type { Page } from "@playwright/test";
import { expect } from "./fixtures";

/** What may move under a reader's eyes while a page loads: the cumulative layout shift. */
const MOST = 0.02;

declare global {
  interface Window {
    shifted?: number;
  }
}

interface Shift extends PerformanceEntry {
  value: number;
  hadRecentInput: boolean;
}

/** Opens a page and holds it against `MOST` once all of it is there. */
export async function openSteady(page: Page, address: string) {
  await page.addInitScript(() => {
    window.shifted = 0;
    new PerformanceObserver((list) => {
      for (const shift of list.getEntries() as Shift[])
        if (!shift.hadRecentInput) window.shifted = (window.shifted ?? 0) + shift.value;
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.goto(address);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  await page.waitForFunction(() => document.fonts.status === "loaded");
  expect(await page.evaluate(() => window.shifted), `moved on ${address}`).toBeLessThan(MOST);
}
