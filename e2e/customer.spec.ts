import { readFile } from "node:fs/promises";
import { expectAccessible } from "./accessible";
import { tell } from "./actions-shop";
import { expect, test } from "./fixtures";

test("one customer's story leads to their order; their data is handed out, and erased", async ({
  page,
  demo,
}) => {
  const orderId = crypto.randomUUID();
  const email = `zosia.${orderId}@example.com`;
  const who = { email, name: "Zosia Odchodząca", orderId };
  await tell(demo, demo.easycartUrl, "product_assigned", who);

  // What is typed stays, though answers to its beginning come meanwhile.
  await page.goto("/activity");
  const field = page.getByRole("searchbox", { name: "Klient lub e-mail" });
  await field.pressSequentially("zosia.", { delay: 320 });
  await field.pressSequentially(orderId);
  await expect(field).toHaveValue(email.split("@")[0] ?? "");
  await expect(page).toHaveURL(new RegExp(orderId));
  await page.goto(`/search?q=${orderId}`);
  await page.getByRole("link", { name: who.name }).click();
  await expect(page.getByRole("heading", { level: 1, name: who.name })).toBeVisible();

  await page.getByRole("link", { name: "Zamówienie", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(orderId);
  await expect(page.getByRole("main").getByRole("list").getByRole("link")).not.toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole("link", { name: who.name }).click();

  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: "Pobierz dane klienta" }).click();
  const told = JSON.parse(await readFile(await (await downloading).path(), "utf8"));
  expect(told.customer.email).toBe(email);
  expect(JSON.stringify(told.events)).toContain(orderId);

  await page.getByRole("button", { name: "Usuń dane klienta" }).click();
  const question = page.getByRole("alertdialog", { name: "Usunąć dane tego klienta?" });
  await expectAccessible(page);
  // As long as a request is on its way for them, it is refused.
  await expect(async () => {
    await question.getByRole("button", { name: "Usuń dane klienta" }).click({ timeout: 1_000 });
    await expect(page.getByText("Dane klienta usunięto")).toBeVisible({ timeout: 3_000 });
  }).toPass();
  await expect(page.getByRole("main")).not.toContainText(email);
  await page.goto(`/search?q=${orderId}`);
  await expect(page.getByRole("link", { name: who.name })).toHaveCount(0);
});
