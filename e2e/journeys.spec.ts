import type { Page } from "@playwright/test";
import { expect, signedOut, test } from "./fixtures";
import { counted, type Hand, keyboard, pointer } from "./hands";
import { WORDS, type Words } from "./journey-words";
import { PASSWORD } from "./newcomer";
import { someone } from "./shop";

/** Everything a newcomer presses, chooses or fills in, from the empty sign-up to the first run's own page. */
const INTERACTIONS = 25;
const CAMPAIGN = "Lista Mailingowa";

test.use({ storageState: signedOut });
// A key for every place that Tab stops at takes its time on a busy machine.
test.describe.configure({ mode: "parallel", timeout: 120_000 });

type Way = { page: Page; hand: Hand; words: Words };

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const field = (page: Page, name: string) => page.getByLabel(name, { exact: true });

async function signUp({ page, hand, words }: Way) {
  await page.goto("/sign-up");
  if (words === WORDS.en) await hand.press(button(page, "English"));
  await hand.fill(field(page, words.store), "Pracownia Ceramiki");
  await hand.fill(field(page, words.person), "Ola Nowa");
  await hand.fill(field(page, words.email), someone("nowicjuszka"));
  await hand.fill(field(page, words.password), PASSWORD);
  await hand.press(button(page, words.signUp));
}

async function saveProduct({ page, hand, words }: Way) {
  await hand.press(page.getByRole("link", { name: words.addProduct }));
  await hand.fill(field(page, words.name), "Toczenie na kole");
  await hand.press(button(page, words.createDraft));
  await hand.press(button(page, words.saveProduct));
  await expect(page.getByText(words.productSaved).first()).toBeVisible();
}

/** The integration is made on the way, from within the automation. */
async function publishAutomation({ page, hand, words }: Way) {
  await hand.press(page.getByRole("main").getByRole("link", { name: words.automations }));
  await hand.press(page.getByRole("link", { name: words.createAutomation }).first());
  await hand.pick(page.getByRole("radio", { name: "GetResponse", exact: true }));
  await hand.press(page.getByRole("link", { name: words.createIntegration }));
  await hand.fill(field(page, words.key), "0123456789abcdef0123456789abcdef");
  await hand.press(page.getByRole("dialog").getByRole("button", { name: words.publish }));
  await hand.pick(page.getByRole("radio", { name: words.action }));
  await hand.press(page.getByRole("combobox", { name: words.campaign, exact: true }));
  await hand.take(page.getByRole("option", { name: CAMPAIGN }));
  await hand.press(button(page, words.publish));
  await expect(page).toHaveURL(/\/automations\/aut_/);
}

async function sendSample({ page, hand, words }: Way) {
  if (await button(page, words.menu).isVisible()) await hand.press(button(page, words.menu));
  await hand.press(page.getByRole("link", { name: words.start, exact: true }));
  await hand.press(page.getByRole("link", { name: words.sample }));
  await hand.press(button(page, words.sample));
  await hand.press(page.getByRole("link", { name: words.toRuns }));
}

async function expectGreenRun({ page, hand, words }: Way) {
  const row = page.getByRole("list", { name: words.runs }).getByRole("listitem");
  await expect(row).toContainText(words.doneBadge, { timeout: 15_000 });
  await hand.press(row.getByRole("link").first());
  await expect(page.getByRole("heading", { level: 1 })).toContainText(words.done);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(CAMPAIGN);
}

async function walk(page: Page, given: Hand, words: Words) {
  const { hand, interactions } = counted(given);
  const way = { page, hand, words };
  await signUp(way);
  await saveProduct(way);
  await publishAutomation(way);
  await sendSample(way);
  await expectGreenRun(way);
  test.info().annotations.push({ type: "interactions", description: String(interactions()) });
  expect(interactions()).toBeLessThanOrEqual(INTERACTIONS);
}

test("as a newcomer: from sign-up to a green run of the first automation", async ({ page }) => {
  await walk(page, pointer, WORDS.pl);
});

test("as a newcomer, by keyboard only", async ({ page }) => {
  await walk(page, keyboard(page), WORDS.pl);
});

test("as a newcomer, in English", async ({ page }) => {
  await walk(page, pointer, WORDS.en);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

  test("as a newcomer, with a thumb", async ({ page }) => {
    await walk(page, pointer, WORDS.pl);
  });
});
