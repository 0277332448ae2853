import type { Page } from "@playwright/test";
import { expectAccessibleEverywhere } from "./accessible";
import { expect, test } from "./fixtures";

const LONG = "Kurs fotografii portretowej od podstaw dla zupełnie początkujących, edycja jesienna";

async function makeDraft(page: Page, name: string, kind = /jednorazowy/) {
  await page.goto("/products");
  await page.getByRole("link", { name: "Utwórz produkt" }).click();
  await page.getByLabel("Nazwa").fill(name);
  await page.getByRole("radio", { name: kind }).click();
  await page.getByRole("button", { name: "Utwórz szkic" }).click();
  await expect(page.getByText("To jest szkic")).toBeVisible();
}

const save = (page: Page) => page.getByRole("button", { name: "Zapisz produkt" }).click();

test("a product is a draft until it is saved, and only then has integrations", async ({ page }) => {
  const name = `${LONG} ${Date.now()}`;
  await makeDraft(page, name, /subskrypcja/);
  await expectAccessibleEverywhere(page);
  const tabs = page.getByRole("navigation", { name: `Produkt ${name}` });
  await tabs.getByRole("link", { name: /Integracje/ }).click();
  await expect(page.getByText("Integracje dodasz, gdy zapiszesz produkt.")).toBeVisible();
  await page.getByRole("link", { name: "Przejdź do danych" }).click();

  for (const [at, plan] of ["Miesięczny", "Roczny"].entries()) {
    await page.getByRole("button", { name: "Dodaj plan" }).click();
    await page.getByLabel(`Nazwa planu ${at + 1}`).fill(plan);
  }
  await page.getByRole("button", { name: "Przesuń plan 2 wyżej" }).click();
  await page.getByLabel("Długość dostępu").fill("365");
  await page.getByRole("switch", { name: "Kody QR" }).click();
  await save(page);
  await expect(page.getByText("To jest szkic")).toBeHidden();
  await page.reload();
  await expect(page.getByLabel("Nazwa planu 1")).toHaveValue("Roczny");
  await expect(page.getByLabel("Nazwa planu 2")).toHaveValue("Miesięczny");
  await expect(page.getByLabel("Długość dostępu")).toHaveValue("365");
  await expect(page.getByText("dostęp na 365 dni")).toBeVisible();
  for (const tab of [/Integracje/, "Webhook", "Kody QR"]) {
    await tabs.getByRole("link", { name: tab }).click();
    await expect(tabs.getByRole("link", { name: tab })).toHaveAttribute("aria-current", "page");
  }
});

test("what is wrong is said at its field, and nothing typed is lost", async ({ page }) => {
  await makeDraft(page, `Z błędami ${Date.now()}`, /subskrypcja/);
  for (const at of [1, 2]) {
    await page.getByRole("button", { name: "Dodaj plan" }).click();
    await page.getByLabel(`Nazwa planu ${at}`).fill("Roczny");
  }
  await page.getByLabel("Długość dostępu").fill("rok");
  await save(page);
  await expect(page.getByLabel("Nazwa planu 2")).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByLabel("Długość dostępu")).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByLabel("Długość dostępu")).toHaveValue("rok");
  await expectAccessibleEverywhere(page);
});

test("a draft can be deleted, after asking", async ({ page }) => {
  const name = `Do usunięcia ${Date.now()}`;
  await makeDraft(page, name);
  await page.getByRole("button", { name: "Usuń szkic" }).click();
  const question = page.getByRole("alertdialog", { name: "Usunąć ten szkic?" });
  await question.getByRole("button", { name: "Zostaw" }).click();
  await expect(question).toBeHidden();
  await page.getByRole("button", { name: "Usuń szkic" }).click();
  await question.getByRole("button", { name: "Usuń szkic" }).click();
  await expect(page).toHaveURL(/\/products$/);
  await expect(page.getByText(name)).toHaveCount(0);
});

test("the list is searched by its address", async ({ page }) => {
  await page.goto("/products");
  await page.getByRole("searchbox", { name: "Szukaj produktu" }).fill("nie ma takiego");
  await page.getByRole("button", { name: "Szukaj", exact: true }).click();
  await expect(page.getByText("Żaden produkt nie pasuje do „nie ma takiego”")).toBeVisible();
  await expect(page).toHaveURL(/q=nie\+ma\+takiego/);
});

test("a sample event is taken the way EasyCart's own are, and leads to its runs", async ({
  page,
}) => {
  const email = `probny.${Date.now()}@example.com`;
  await page.goto("/settings#sample");
  const address = page.getByLabel("Adres e-mail klienta");
  // What is typed while the page comes to life may meet the address that stands there.
  await expect(async () => {
    await address.fill(email);
    await expect(address).toHaveValue(email, { timeout: 500 });
  }).toPass();
  await page.getByRole("button", { name: "Wyślij zdarzenie próbne" }).click();
  await expect(page.getByText(/Przyjęliśmy zdarzenie/)).toBeVisible();
  await page.getByRole("link", { name: "Zobacz uruchomienia" }).click();
  await expect(page).toHaveURL(new RegExp(`customer=${encodeURIComponent(email)}`));
});

test.describe("a product that the store doesn't have", () => {
  test.use({ expectedConsoleErrors: [/404/] });

  test("is not found, on every tab", async ({ page }) => {
    for (const tab of ["", "/integrations", "/easycart", "/qr"]) {
      await page.goto(`/products/pro_00000000000000000000000000${tab}`);
      await expect(page.getByRole("heading", { name: "Nie ma takiej strony" })).toBeVisible();
    }
  });
});
