import type { Locator, Page } from "@playwright/test";
import { expect } from "./fixtures";

/** More presses of a key than any page has places to stop at. */
const STOPS = 120;

/** How somebody works the panel. Each call is one interaction: one thing pressed, chosen or filled in. */
export interface Hand {
  press(target: Locator): Promise<void>;
  fill(target: Locator, text: string): Promise<void>;
  /** One of a few that are shown side by side. */
  pick(target: Locator): Promise<void>;
  /** One of the options of an open list. */
  take(option: Locator): Promise<void>;
}

/** Counts what a hand does, whatever it is. */
export function counted(hand: Hand) {
  let interactions = 0;
  const once =
    <Args extends unknown[]>(deed: (...args: Args) => Promise<void>) =>
    (...args: Args) => {
      interactions += 1;
      return deed(...args);
    };
  const counting: Hand = {
    press: once(hand.press),
    fill: once(hand.fill),
    pick: once(hand.pick),
    take: once(hand.take),
  };
  return { hand: counting, interactions: () => interactions };
}

export const pointer: Hand = {
  press: (target) => target.click(),
  fill: (target, text) => target.fill(text),
  pick: (target) => target.check(),
  take: (option) => option.click(),
};

/** Keys alone: Tab to get there, then Enter, Space, arrows or letters. A choice counts once, not its key presses. */
export function keyboard(page: Page): Hand {
  const { keyboard: keys } = page;
  const isReached = (target: Locator) =>
    target.evaluate((element) => element === document.activeElement);

  async function reach(target: Locator, key: "Tab" | "ArrowDown") {
    await expect(target).toBeVisible();
    for (let stops = 0; stops < STOPS; stops += 1) {
      if (await isReached(target)) return;
      await keys.press(key);
    }
    throw new Error(`${target} is not reached by ${key}`);
  }

  return {
    async press(target) {
      await reach(target, "Tab");
      await keys.press("Enter");
    },
    async fill(target, text) {
      await reach(target, "Tab");
      await keys.press("Control+a");
      await keys.insertText(text);
      await expect(target).toHaveValue(text);
    },
    async pick(target) {
      // Tab stops once at a group; its arrows go on from there.
      const group = target.locator("xpath=ancestor::*[@role='radiogroup'][1]");
      for (let stops = 0; stops < STOPS; stops += 1) {
        if (await group.evaluate((element) => element.contains(document.activeElement))) break;
        await keys.press("Tab");
      }
      await reach(target, "ArrowDown");
      await keys.press("Space");
      await expect(target).toBeChecked();
    },
    async take(option) {
      await expect(option).toBeVisible();
      for (let stops = 0; stops < STOPS; stops += 1) {
        if ((await option.getAttribute("data-highlighted")) !== null) break;
        await keys.press("ArrowDown");
      }
      await keys.press("Enter");
    },
  };
}
