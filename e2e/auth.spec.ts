import type { Page } from "@playwright/test";
import { expectAccessibleEverywhere } from "./accessible";
import { expect, signedOut, test } from "./fixtures";
import { PASSWORD, signUp } from "./newcomer";
import { someone } from "./shop";

test.use({
  storageState: signedOut,
  // A refused sign-in is answered 401, which the browser writes to its console.
  expectedConsoleErrors: [/401 \(Unauthorized\)/],
});

async function signIn(page: Page, email: string, password: string) {
  await page.getByLabel("Adres e-mail").fill(email);
  await page.getByLabel("Hasło", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Zaloguj się" }).click();
}

test("a newcomer makes a store, leaves, and comes back to the page they asked for", async ({
  page,
}) => {
  const email = someone("nowa");
  await signUp(page, email);
  await page.goto("/settings/people");
  await expect(page.getByText("Ola Próbna (Ty)")).toBeVisible();
  await page.getByRole("button", { name: /Ola Próbna: język/ }).click();
  await page.getByRole("menuitem", { name: "Wyloguj się" }).click();
  await expect(page).toHaveURL(/\/sign-in/);

  await page.goto("/products?q=kurs");
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await signIn(page, email, PASSWORD);
  await expect(page).toHaveURL(/\/products\?q=kurs$/);
});

test("an unknown e-mail and a wrong password get the same words, and many tries have to wait", async ({
  demo,
  page,
}) => {
  const email = someone("zgadywana");
  await page.goto("/sign-in");
  const refusal = page.getByText("Ten adres e-mail i hasło do siebie nie pasują.");
  await signIn(page, demo.email, "to nie jest to hasło");
  await expect(refusal).toBeVisible();
  await page.reload();
  await signIn(page, email, "to nie jest to hasło");
  await expect(refusal).toBeVisible();
  await expect(page.getByLabel("Adres e-mail")).toHaveValue(email);
  await expectAccessibleEverywhere(page);

  const slowed = page.getByText(/Było zbyt wiele nieudanych prób\. Spróbuj ponownie za \d+ sekund/);
  await expect(async () => {
    await page.getByRole("button", { name: "Zaloguj się" }).click();
    await expect(slowed).toBeVisible({ timeout: 1_000 });
  }).toPass();
});

test("what is missing in a sign-up is said at its field, and a taken e-mail too", async ({
  demo,
  page,
}) => {
  await page.goto("/sign-up");
  await page.getByRole("button", { name: "Utwórz sklep" }).click();
  await expect(page.locator("[aria-invalid=true]")).toHaveCount(4);
  await expectAccessibleEverywhere(page);
  await page.getByLabel("Nazwa sklepu").fill("Drugi sklep");
  await page.getByLabel("Twoje imię i nazwisko").fill("Ola Próbna");
  await page.getByLabel("Adres e-mail").fill(demo.email);
  await page.getByLabel("Hasło", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Utwórz sklep" }).click();
  await expect(page.getByText(/To konto już istnieje/).first()).toBeVisible();
  await expect(page.getByLabel("Nazwa sklepu")).toHaveValue("Drugi sklep");
});

test("an address of another site is never followed after signing in", async ({ demo, page }) => {
  await page.goto("/sign-in?next=//example.com/evil");
  await signIn(page, demo.email, demo.password);
  await page.waitForURL((url) => url.pathname !== "/sign-in");
  expect(new URL(page.url()).host).toBe(new URL(demo.url).host);
});
