import type { Page } from "@playwright/test";
import { expectAccessibleEverywhere } from "./accessible";
import { expect, test } from "./fixtures";
import { buy, someone } from "./shop";

const LATER = "Wiadomość o zakupie";
const COURSE = "Kurs fotografii portretowej od podstaw";

test("a newcomer moves the shop a day on, and what waited arrives", async ({ demo, page }) => {
  const email = someone("kinga");
  await buy(demo, email, "Kinga Sowa");
  await page.goto(`/activity?status=waiting&customer=${email}`);
  const row = page.getByRole("listitem").filter({ hasText: LATER });
  await expect(row).toContainText("czeka", { timeout: 15_000 });

  await page.getByRole("button", { name: "Przesuń sklep w czasie" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("O ile").fill("1");
  await dialog.getByRole("radio", { name: "dzień", exact: true }).check();
  await expect(dialog).toContainText(/Do tego czasu nadejd/);
  await expectAccessibleEverywhere(page);
  await dialog.getByRole("button", { name: "Przesuń sklep o 1 dzień" }).click();
  await expect(dialog).toContainText("Wszystko, co czekało do tej chwili, już ruszyło.");
  await dialog.getByRole("button", { name: "Zamknij" }).last().click();
  await page.goto(`/activity?customer=${email}`);
  await expect(row).toContainText("wykonano", { timeout: 15_000 });
  await expect(page.getByRole("button", { name: /sklepie: / })).toBeVisible();
});

async function twoWeeksAfterPurchase(page: Page, name: string) {
  await page.goto("/automations/new");
  await page.getByRole("combobox", { name: "Produkt" }).click();
  await page.getByRole("option", { name: COURSE }).first().click();
  await page.getByRole("switch", { name: "W momencie zdarzenia" }).click();
  await page.getByLabel("Liczba").fill("2");
  await page.getByRole("combobox", { name: "Jednostka czasu" }).click();
  await page.getByRole("option", { name: "tygodnie" }).click();
  await page.getByRole("radio", { name: "Powiadomienia" }).click();
  await page.getByLabel("Adres e-mail").fill("biuro@example.com");
  await page.getByLabel("Nazwa automatyzacji").fill(name);
  await page.getByRole("button", { name: /^Publikuj/ }).click();
  await expect(page).toHaveURL(/\/automations\/aut_/);
}

/** The run of `name` for that person among those that wait, or among the others. */
async function expectRun(page: Page, email: string, name: string, status: "czeka" | "wykonano") {
  const view = status === "czeka" ? "status=waiting&" : "";
  const row = page.getByRole("listitem").filter({ hasText: name });
  await expect(async () => {
    await page.goto(`/activity?${view}customer=${email}`);
    await expect(row).toContainText(status, { timeout: 1_000 });
  }).toPass();
  return row;
}

/** The help page's own example, under "Modyfikacje zaplanowanego zdarzenia". */
test("edited to run at once, the earlier buyer's run still comes after its two weeks", async ({
  demo,
  page,
}) => {
  const name = `Po dwóch tygodniach ${Date.now()}`;
  const [earlier, later] = [someone("wczesna"), someone("pozna")];
  await twoWeeksAfterPurchase(page, name);
  const editor = page.url();
  await buy(demo, earlier, "Wczesna Klientka");
  await expectRun(page, earlier, name, "czeka");

  await page.goto(editor);
  await page.getByRole("switch", { name: "W momencie zdarzenia" }).click();
  await page.getByRole("button", { name: "Publikuj wersję 2" }).first().click();
  const dialog = page.getByRole("dialog", { name: "Kogo to dotknie" });
  await expect(dialog.getByRole("radio", { name: /^Zachowaj/ })).toBeChecked();
  await dialog.getByRole("radio", { name: /^Przenieś/ }).click();
  await dialog.getByRole("radio", { name: /^Zachowaj/ }).click();
  await dialog.getByRole("button", { name: "Publikuj wersję 2" }).click();
  await expect(page.getByText("Wersja 2 działa od")).toBeVisible();

  await buy(demo, later, "Późna Klientka");
  await expectRun(page, later, name, "wykonano");
  await expectRun(page, earlier, name, "czeka");

  await page.getByRole("button", { name: /Przesuń sklep w czasie|w sklepie: / }).click();
  const machine = page.getByRole("dialog");
  await machine.getByLabel("O ile").fill("2");
  await machine.getByRole("radio", { name: "tygodnie" }).check();
  await machine.getByRole("button", { name: "Przesuń sklep o 2 tygodnie" }).click();
  await expect(machine).toContainText("Wszystko, co czekało do tej chwili, już ruszyło.");
  await machine.getByRole("button", { name: "Zamknij" }).last().click();
  const row = await expectRun(page, earlier, name, "wykonano");
  await row.getByRole("link").first().click();
  await expect(page.getByText("Według wersji 1: 2 tygodnie po zdarzeniu.")).toBeVisible();
});
