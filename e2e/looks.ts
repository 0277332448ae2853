import type { Page } from "@playwright/test";
import { expectAccessible } from "./accessible";

const DESKTOP = { width: 1440, height: 900 };
const PHONE = { width: 360, height: 740 };

/** Holds the page as it stands against `expectAccessible` in both themes, wide and narrow. */
export async function expectAccessibleEverywhere(page: Page) {
  for (const size of [PHONE, DESKTOP]) {
    await page.setViewportSize(size);
    for (const colorScheme of ["dark", "light"] as const) {
      await page.emulateMedia({ colorScheme });
      await expectAccessible(page);
    }
  }
}
