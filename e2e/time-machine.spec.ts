import { expectAccessibleEverywhere } from "./accessible";
import { expect, test } from "./fixtures";
import { buy, someone } from "./shop";

const LATER = "Wiadomość o zakupie";

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
