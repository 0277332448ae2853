import { expectAccessible } from "./accessible";
import { expect, test } from "./fixtures";

test("what was typed into a form is not lost without a question", async ({ page }) => {
  await page.goto("/settings");
  const name = page.getByLabel("Nazwa sklepu");
  // What is typed while the page comes to life may meet the name that stands there.
  await expect(async () => {
    await name.fill("Inna nazwa");
    await expect(name).toHaveValue("Inna nazwa", { timeout: 500 });
  }).toPass();
  await page.getByRole("link", { name: "Produkty" }).click();
  const question = page.getByRole("alertdialog", { name: "Masz niezapisane zmiany" });
  await expectAccessible(page);
  await question.getByRole("button", { name: "Wróć do edycji" }).click();
  await expect(name).toHaveValue("Inna nazwa");
  await page.getByRole("link", { name: "Produkty" }).click();
  await question.getByRole("button", { name: "Wyjdź bez zapisywania" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Produkty" })).toBeVisible();

  await page.goto("/integrations?new");
  const sheet = page.getByRole("dialog", { name: "Utwórz integrację" });
  await sheet.getByRole("radio", { name: "GetResponse", exact: true }).click();
  await sheet.getByLabel("Klucz API").fill("nie do końca");
  await page.keyboard.press("Escape");
  await question.getByRole("button", { name: "Wróć do edycji" }).click();
  await expect(sheet.getByLabel("Klucz API")).toHaveValue("nie do końca");
  await page.keyboard.press("Escape");
  await question.getByRole("button", { name: "Wyjdź bez zapisywania" }).click();
  await expect(page).toHaveURL("/integrations");
});

const FORMS = [
  { path: "/products/new", field: "Nazwa" },
  { path: "/integrations", field: "Co ma się dziać" },
  { path: "/settings/people", field: "Adres e-mail" },
];

for (const { path, field } of FORMS)
  test(`a link out of ${path} asks before what is typed there is lost`, async ({ page }) => {
    await page.goto(path);
    await page.getByLabel(field, { exact: true }).fill("ola@example.com");
    await page.getByRole("link", { name: "Pomoc" }).click();
    const question = page.getByRole("alertdialog", { name: "Masz niezapisane zmiany" });
    await question.getByRole("button", { name: "Wyjdź bez zapisywania" }).click();
    await expect(page).toHaveURL("/help");
  });
