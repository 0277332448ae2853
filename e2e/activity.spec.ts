import { expectAccessibleEverywhere } from "./accessible";
import { blocked } from "./emulators/seed/people";
import { expect, test } from "./fixtures";
import { buy, someone } from "./shop";

const DIRECT = "Nowi kursanci do newslettera";
const LATER = "Wiadomość o zakupie";

test("runs appear by themselves, and one tells its whole story", async ({ demo, page }) => {
  const email = someone("lucja");
  await page.goto(`/activity?customer=${email}`);
  await expect(page.getByText("Żadne uruchomienie nie pasuje do filtrów")).toBeVisible();
  await buy(demo, email);
  const row = page.getByRole("listitem").filter({ hasText: DIRECT });
  await expect(row).toContainText("wykonano", { timeout: 15_000 });

  await row.getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Wykonano. Łucja Śliwińska jest w kampanii Lista Mailingowa.",
  );
  await expect(page.getByText("Przypisano dostęp do produktu. Podpis się zgadza.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Zamówienie 500217" })).toBeVisible();
  await page.getByText("Zdarzenie, jak przyszło").click();
  await expect(page.getByText(`"customer_email": "${email}"`)).toBeVisible();
  await page.getByText("Zapytanie").last().click();
  await expect(page.getByText(/ukryto, kończy się na/).last()).toBeVisible();
  await expect(page.getByText("Ponowne uruchomienie niczego by nie zmieniło.")).toBeVisible();

  const raw = await page.request.get(`${page.url()}/event`);
  expect(raw.headers()["content-type"]).toBe("text/plain; charset=utf-8");
  expect(JSON.parse(await raw.text())).toMatchObject({ customer_email: email });
});

test("a waiting run can be cancelled, run again, and run at once", async ({ demo, page }) => {
  const email = someone("stanislaw");
  await buy(demo, email, "Stanisław Jędrzejewski");
  await page.goto(`/activity?status=waiting&customer=${email}`);
  const row = page.getByRole("listitem").filter({ hasText: LATER });
  await expect(row).toContainText("czeka", { timeout: 15_000 });
  await row.getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Czeka. Wykona się");

  await page.getByRole("button", { name: "Anuluj uruchomienie" }).click();
  const dialog = page.getByRole("alertdialog");
  await expect(dialog).toContainText("Stanisław Jędrzejewski");
  await expectAccessibleEverywhere(page);
  await dialog.getByRole("button", { name: "Anuluj uruchomienie" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Anulowano. Anulowano ręcznie.");

  await page.getByRole("button", { name: "Uruchom ponownie" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Wykonano.", {
    timeout: 15_000,
  });
});

test("a refusal says whose turn it is, and may be run again", async ({ demo, page }) => {
  // The emulated GetResponse keeps this address on its blacklist.
  await buy(demo, blocked.email, "Zdzisław Brzozowski-Ćwiąkała");
  await page.goto(`/activity?customer=${blocked.email}`);
  const row = page.getByRole("listitem").filter({ hasText: DIRECT }).first();
  await expect(row).toContainText("odrzucono", { timeout: 15_000 });
  await row.getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Odrzucono. GetResponse");
  await expect(page.getByText("Decyzja należy do klienta")).toBeVisible();
  await expectAccessibleEverywhere(page);
  await page.getByRole("button", { name: "Uruchom ponownie" }).click();
  await expect(page.getByText(/^Próba 2: odmowa/)).toBeVisible({ timeout: 15_000 });
});

test("filters live in the address and can be cleared", async ({ page }) => {
  await page.goto("/activity");
  await page.getByRole("combobox", { name: "Stan" }).click();
  await page.getByRole("option", { name: "wykonano" }).click();
  await expect(page).toHaveURL(/status=done/);
  await page.getByLabel("Klient lub e-mail").fill("nikogo@takiego.nie.ma");
  await expect(page).toHaveURL(/customer=nikogo/);
  await expect(page.getByText("Żadne uruchomienie nie pasuje do filtrów")).toBeVisible();
  await page.getByRole("button", { name: "Wyczyść filtry" }).click();
  await expect(page).not.toHaveURL(/customer=/);
  await page.getByRole("link", { name: "Nadchodzące" }).click();
  await expect(page).toHaveURL(/status=waiting/);
});

test("start shows today, and a run leads to the customer's story", async ({ demo, page }) => {
  const email = someone("grazyna");
  await buy(demo, email, "Grażyna Ościłowska");
  // A store in which nothing has run yet opens on its first steps.
  await expect(async () => {
    await page.goto("/");
    const title = page.getByRole("heading", { level: 1 });
    await expect(title).toContainText("Dziś,", { timeout: 1_000 });
  }).toPass();
  await expect(page.getByText("Wykonano dziś").first()).toBeVisible();
  await page.goto(`/activity?customer=${email}`);
  await page.getByRole("main").getByRole("listitem").getByRole("link").first().click();
  await expect(page).toHaveURL(/\/activity\/run_/);
  await page.getByRole("complementary").getByRole("link", { name: "Grażyna Ościłowska" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Grażyna Ościłowska");
  await expect(page.getByText("Przypisano dostęp do produktu").first()).toBeVisible();
});

test.describe("what isn't there", () => {
  test.use({ expectedConsoleErrors: [/404/] });

  test("is not found, as is what belongs to another store", async ({ page }) => {
    await page.goto("/activity/run_00000000000000000000000000");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Nie ma takiej strony");
  });
});

test("Ctrl K finds a customer and an automation from anywhere", async ({ demo, page }) => {
  const email = someone("szukana");
  await buy(demo, email, "Świętosława Grzegżółka");
  await page.goto("/products");
  // The keys work once the page has come to life.
  await expect(async () => {
    await page.keyboard.press("Control+k");
    await expect(page).toHaveURL(/\/search/, { timeout: 1_000 });
  }).toPass();
  await page.getByLabel("Czego szukasz").fill("newslettera");
  await expect(page.getByRole("link", { name: DIRECT })).toBeVisible();
  await page.getByLabel("Czego szukasz").fill(email);
  await page.getByRole("link", { name: "Świętosława Grzegżółka" }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Świętosława Grzegżółka");
});
