import type { Page } from "@playwright/test";
import { createIntegration, integrationRow } from "./actions-panel";
import { control } from "./actions-shop";
import { expect, test } from "./fixtures";

/** From the input to the next picture, as the browser itself tells (steps of 8 ms). */
const PAINT_MS = 100;
const CAMPAIGNS = 500;
const ROUNDS = 5;
const KEY = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";

/** What the browser has measured since it was last asked: the longest answer to each kind of input. */
const measured = (page: Page) =>
  page.evaluate(async () => {
    // The browser tells of an input once its picture is there, and is there by the picture after.
    for (let picture = 0; picture < 2; picture += 1)
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    const entries = window.inputs.splice(0);
    return Math.max(0, ...entries.map(({ duration }) => duration));
  });

async function observe(page: Page) {
  await page.evaluate(() => {
    window.inputs = [];
    const observer = new PerformanceObserver((list) => window.inputs.push(...list.getEntries()));
    observer.observe({ type: "event", durationThreshold: 16 } as PerformanceObserverInit);
  });
}

/** Opens the list, looks for one by its letters and takes it; ms to the next picture of each input. */
async function oneRound(page: Page) {
  const took: Record<string, number> = {};
  const popup = page.getByRole("dialog", { name: "Szukaj na liście" });
  await page.getByRole("combobox", { name: "Kampania", exact: true }).click();
  await expect(popup.getByRole("option").first()).toBeVisible();
  took.open = await measured(page);
  for (const letter of "kurs 49") {
    await page.keyboard.press(letter === " " ? "Space" : letter);
    took[`letter “${letter}”`] = await measured(page);
  }
  await expect(popup.getByRole("option").first()).toHaveText(/Kurs 49/);
  await page.keyboard.press("ArrowDown");
  took.arrow = await measured(page);
  await page.keyboard.press("Enter");
  took.enter = await measured(page);
  await expect(popup).toBeHidden();
  return took;
}

test(`with ${CAMPAIGNS} campaigns in its list the editor answers at once`, async ({
  page,
  demo,
}) => {
  const [name, account] = [`Duże konto ${Date.now()}`, "big"];
  await control(demo, "getresponse", { keys: { add: [{ key: KEY, account }] } });
  const addLists = Array.from({ length: CAMPAIGNS }, (_, at) => ({ name: `Kurs ${at}`, account }));
  await control(demo, "getresponse", { addLists });
  await createIntegration(page, { tool: "GetResponse", name, credentials: { "Klucz API": KEY } });
  await expect(integrationRow(page, name)).toContainText("połączone");
  await page.goto("/automations/new");
  await page.getByRole("radio", { name: "GetResponse" }).click();
  await page.getByRole("radio", { name }).check();
  await page.getByRole("radio", { name: "Dodaj klienta do kampanii" }).click();
  await observe(page);

  const rounds: Record<string, number>[] = [];
  for (let round = 0; round < ROUNDS; round += 1) rounds.push(await oneRound(page));
  const rows = Object.keys(rounds[0] ?? {}).map((input) => {
    const took = rounds.map((round) => round[input] ?? 0).toSorted((a, b) => a - b);
    const [quickest, median, worst] = [took[0] ?? 0, took[ROUNDS >> 1] ?? 0, took.at(-1) ?? 0];
    return { input, "quickest, ms": quickest, "median, ms": median, "worst, ms": worst };
  });
  console.table(rows);
  expect(rows.filter((row) => row["median, ms"] >= PAINT_MS)).toEqual([]);
});

declare global {
  interface Window {
    inputs: PerformanceEntry[];
  }
}
