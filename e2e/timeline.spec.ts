import { expectAccessibleEverywhere } from "./accessible";
import { expect, test } from "./fixtures";
import { buy, someone } from "./shop";

const LATER = "Wiadomość o zakupie";

test("who waits can be cancelled together, given back, and moved to another day", async ({
  demo,
  page,
}) => {
  const tag = Date.now();
  const people = [someone(`ada-${tag}`), someone(`ewa-${tag}`)];
  for (const email of people) await buy(demo, email);
  const address = `/timeline?customer=${tag}`;
  const rows = page.getByRole("main").getByRole("listitem").filter({ hasText: LATER });
  await expect(async () => {
    await page.goto(address);
    await expect(rows).toHaveCount(2, { timeout: 1_000 });
  }).toPass();

  for (const row of await rows.all()) await row.getByRole("checkbox").check();
  const bar = page.getByRole("region", { name: "Zaznaczone uruchomienia" });
  await expect(bar).toContainText("2 zaznaczone");
  await bar.getByRole("button", { name: "Anuluj" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("Anulujemy 2 uruchomienia, które czekają.");
  await expectAccessibleEverywhere(page);
  await dialog.getByRole("button", { name: "Anuluj uruchomienia" }).click();
  await expect(page.getByRole("main")).toContainText("Anulowano 2 uruchomienia. Możesz to cofnąć");
  await expect(rows).toHaveCount(0);
  await page.getByRole("main").getByRole("button", { name: "Cofnij" }).click();
  await expect(rows).toHaveCount(2);

  await rows.first().getByRole("button", { name: "Co zrobić" }).click();
  await page.getByRole("menuitem", { name: "Przenieś" }).click();
  await dialog.getByRole("radio", { name: "Na wybrany dzień" }).check();
  await dialog.getByRole("button", { name: "następnego miesiąca" }).click();
  await dialog.getByRole("button", { name: / 15 / }).click();
  await expectAccessibleEverywhere(page);
  await dialog.getByRole("button", { name: "Przenieś uruchomienie" }).click();
  await expect(page.getByRole("main")).toContainText("Przeniesiono 1 uruchomienie.");
  await expect(page.getByRole("heading", { level: 2, name: /15/ })).toBeVisible();
});
