import type { Page } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { expect, test } from "./fixtures";
import { buy, someone, tell } from "./shop";

const COURSE = "Kurs fotografii portretowej od podstaw";

test("whoever buys after all is not won back, and the run says why", async ({ demo, page }) => {
  const email = someone("zofia");
  await page.goto("/automations/new?trigger=cart_recovery");
  await page.getByRole("combobox", { name: "Produkt" }).click();
  await page.getByRole("option", { name: COURSE }).first().click();
  await page.getByRole("switch", { name: "W momencie zdarzenia" }).click();
  await page.getByRole("radio", { name: "Powiadomienia" }).click();
  await page.getByLabel("Adres e-mail").fill("biuro@example.com");
  const sentence = page.locator("form p").first();
  await expect(sentence).toContainText("Przerwiemy, jeśli klient kupi ten produkt.");

  await page.getByText("1 powód do przerwania").click();
  await expect(page.getByRole("checkbox", { name: "klient kupi ten produkt" })).toBeChecked();
  await page.getByRole("button", { name: "Dodaj warunek" }).click();
  await page.getByRole("switch", { name: "Tylko w wybranych godzinach" }).click();
  await expect(sentence).toContainText("Działa tylko w dni robocze od 9:00 do 17:00.");
  await expect(sentence).toContainText("Tylko jeśli klient nic wcześniej nie kupił.");
  await expectAccessible(page);
  await page.getByRole("button", { name: /^Publikuj/ }).click();
  await expect(page).toHaveURL(/\/automations\/aut_/);

  await tell(demo, "cart_recovery_started", email);
  await page.goto(`/activity?status=waiting&customer=${email}`);
  const row = page.getByRole("listitem").filter({ hasText: "Łucja Śliwińska" });
  await row.getByRole("link").first().click({ timeout: 15_000 });
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Czeka. Wykona się");
  await buy(demo, email);
  await expect(async () => {
    await comeBack(page);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      "Anulowano. Klient kupił już produkt, którego zakup przerywa tę automatyzację.",
      { timeout: 1_000 },
    );
  }).toPass({ timeout: 20_000 });
});

/** A run that waits for days is looked at every quarter of a minute, and whenever its page is come back to. */
const comeBack = (page: Page) =>
  page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
