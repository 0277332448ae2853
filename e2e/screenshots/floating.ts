import { expect, type Page } from "@playwright/test";
import type { Shown } from "./camera";

/** What opens over a page: dialogs, menus, and what they leave behind. */
export const floatingPages = (at: {
  automation: string;
  late: string;
  customer: string;
}): Shown[] => [
  { name: "automation-draft-on-history", path: at.automation, act: tryOnHistory },
  { name: "automation-new-on-history", path: "/automations/new", act: tryOnHistory },
  { name: "backfill-preview", path: `${at.late}/history`, act: askToMakeUp },
  { name: "backfill-progress", path: `${at.late}/history`, act: makeUp },
  { name: "automation-off", path: "/automations", act: switchOff },
  { name: "timeline-cancel", path: "/timeline", act: (page) => steer(page, "Anuluj") },
  { name: "timeline-move", path: "/timeline", act: moveToDay },
  { name: "timeline-filter-day", path: "/timeline", act: chooseFirstDay },
  { name: "activity-rerun", path: "/activity?status=failed", act: askToRerun },
  { name: "customer-erase", path: at.customer, act: askToErase },
  { name: "settings-people-invited", path: "/settings/people", act: invite },
  { name: "person-menu", path: "/help", act: openPersonMenu },
];

const opened = (page: Page, role: "dialog" | "alertdialog" = "dialog") =>
  expect(page.getByRole(role)).toBeVisible();

async function tryOnHistory(page: Page) {
  await page.getByRole("button", { name: "Sprawdź na historii" }).click();
  await opened(page);
}

async function askToMakeUp(page: Page) {
  await page.getByRole("button", { name: "Nadrób dla wszystkich" }).click();
  await expect(page.getByRole("dialog")).toContainText("na minutę");
}

/** The first time asks and begins; from then on its card is on the page. */
async function makeUp(page: Page) {
  const bar = page.getByRole("progressbar");
  const ask = page.getByRole("button", { name: "Nadrób dla wszystkich" });
  await expect(bar.or(ask)).toBeVisible();
  if (await ask.isVisible()) {
    await askToMakeUp(page);
    await page.getByRole("dialog").getByRole("button", { name: "Nadrób", exact: true }).click();
  }
  await expect(bar).toBeVisible();
}

async function switchOff(page: Page) {
  const rows = page.getByRole("main").getByRole("listitem");
  const row = rows.filter({ hasText: "następne" }).first();
  await row.getByRole("switch").click();
  await opened(page);
}

async function steer(page: Page, what: string) {
  await page.getByRole("button", { name: "Co zrobić" }).first().click();
  await page.getByRole("menuitem", { name: what }).click();
  await opened(page);
}

async function moveToDay(page: Page) {
  await steer(page, "Przenieś");
  await page.getByRole("radio", { name: "Na wybrany dzień" }).click();
  await expect(page.getByRole("grid")).toBeVisible();
}

async function chooseFirstDay(page: Page) {
  const day = page.getByRole("button", { name: /^Od dnia/ });
  // On a phone the filters are folded, and a press before the page lives does nothing.
  await expect(async () => {
    if (!(await day.isVisible())) await page.getByRole("button", { name: "Filtry" }).click();
    await expect(day).toBeVisible({ timeout: 500 });
  }).toPass();
  await day.click();
  await expect(page.getByRole("grid")).toBeVisible();
}

async function askToRerun(page: Page) {
  await page.getByRole("checkbox", { name: "Zaznacz wszystkie na tej stronie" }).click();
  await page.getByRole("button", { name: "Uruchom ponownie…" }).click();
  await opened(page);
}

async function askToErase(page: Page) {
  await page.getByRole("button", { name: "Usuń dane klienta" }).click();
  await opened(page, "alertdialog");
}

async function invite(page: Page) {
  await page.getByLabel("Adres e-mail").fill("kasia.wolanska@example.com");
  await page.getByRole("button", { name: "Wyślij zaproszenie" }).click();
  await expect(page.getByLabel("Odnośnik z zaproszeniem")).toBeVisible();
}

async function openPersonMenu(page: Page) {
  if ((page.viewportSize()?.width ?? 0) < 760)
    await page.getByRole("button", { name: "Menu", exact: true }).click();
  await page.getByRole("button", { name: /język, wygląd/ }).click();
  await expect(page.getByRole("menu")).toBeVisible();
}
