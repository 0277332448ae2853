import type { Page } from "@playwright/test";
import { expect } from "./fixtures";

export const PASSWORD = "cztery proste słowa";

/** Makes a store that has nothing yet, and is in it. */
export async function signUp(page: Page, email: string) {
  await page.goto("/sign-up");
  await page.getByLabel("Nazwa sklepu").fill("Sklep próbny");
  await page.getByLabel("Twoje imię i nazwisko").fill("Ola Próbna");
  await page.getByLabel("Adres e-mail").fill(email);
  await page.getByLabel("Hasło", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Utwórz sklep" }).click();
  await expect(page).not.toHaveURL(/sign-up/);
}
