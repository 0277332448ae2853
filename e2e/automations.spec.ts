import type { Page } from "@playwright/test";
import { expectAccessibleEverywhere } from "./accessible";
import { createProduct } from "./actions-panel";
import { tell } from "./actions-shop";
import { expect, test } from "./fixtures";
import { buy, someone } from "./shop";

const COURSE = "Kurs fotografii portretowej od podstaw";
const CLUB = "Klub Światła";

const sentence = (page: Page) => page.locator("form p").first();

async function choose(page: Page, combobox: string, option: string | RegExp) {
  await page.getByRole("combobox", { name: combobox }).click();
  await page.getByRole("option", { name: option }).first().click();
}

async function newAutomation(page: Page, product: string) {
  await page.goto("/automations/new");
  await choose(page, "Produkt", product);
}

/** A letter to ourselves: the shortest automation there is. */
async function chooseLetter(page: Page, to: string) {
  await page.getByRole("radio", { name: "Powiadomienia" }).click();
  await page.getByLabel("Adres e-mail").fill(to);
}

async function publish(page: Page) {
  await page.getByRole("button", { name: /^Publikuj/ }).click();
}

async function publishAs(page: Page, name: string) {
  await page.getByLabel("Nazwa automatyzacji").fill(name);
  await publish(page);
  await expect(page.getByText(`„${name}” działa.`)).toBeVisible();
  await expect(page).toHaveURL(/\/automations\/aut_/);
}

test("a newcomer builds an automation, and the next customer is in the campaign", async ({
  demo,
  page,
}) => {
  const name = `Do absolwentów ${Date.now()}`;
  await page.goto("/automations");
  await page.getByRole("link", { name: "Utwórz automatyzację" }).click();
  await choose(page, "Produkt", COURSE);
  await page.getByRole("radio", { name: "GetResponse" }).click();
  await expect(page.getByRole("radio", { name: /Newsletter szkoły/ })).toBeChecked();
  await page.getByRole("radio", { name: "Dodaj klienta do kampanii" }).click();
  await page.getByRole("combobox", { name: "Kampania" }).click();
  await page
    .getByRole("combobox", { name: /Szukaj|Kampania/ })
    .last()
    .fill("absolwenci — jesień 2026");
  await page.getByRole("option").first().click();
  await expect(sentence(page)).toHaveText(
    `Gdy klient kupi ${COURSE}, od razu dodamy go do kampanii Absolwenci — jesień 2026 w GetResponse, na koncie Newsletter szkoły.`,
  );
  await publishAs(page, name);
  await expect(page.getByText("Wersja 1 działa od")).toBeVisible();

  const email = someone("lucja");
  await buy(demo, email);
  const state = async () => await (await fetch(`${demo.toolsUrl}/state.json`)).text();
  await expect.poll(state).toContain(email);
  await page.goto(`/activity?customer=${email}`);
  await expect(page.getByRole("listitem").filter({ hasText: name })).toContainText("wykonano");
});

test("when exactly: before is there only where the event is known ahead, and dates are real", async ({
  page,
}) => {
  await newAutomation(page, COURSE);
  await page.getByRole("switch", { name: "W momencie zdarzenia" }).click();
  await page.getByLabel("Liczba").fill("2");
  await choose(page, "Jednostka czasu", "tygodnie");
  await expect(sentence(page)).toContainText("2 tygodnie później");
  await expect(page.getByRole("radio", { name: "po zdarzeniu" })).toBeChecked();
  await expect(page.getByRole("radio", { name: "przed" })).toHaveCount(0);
  await expect(page.getByText("Zakupu nie znamy z góry")).toBeVisible();

  await choose(page, "Zdarzenie", /Dostęp do produktu wygasł/);
  await page.getByRole("radio", { name: "przed" }).click();
  await expect(sentence(page)).toContainText("2 tygodnie przed tym, jak klientowi wygaśnie dostęp");
  await expect(page.getByRole("radio", { name: /Pomiń uruchomienie/ })).toBeChecked();
  await chooseLetter(page, "biuro@example.com");
  const dates = page.locator("aside time");
  const [ours, end] = await dates.evaluateAll((times) =>
    times.map((time) => Date.parse(time.getAttribute("datetime") ?? "")),
  );
  expect((end ?? 0) - (ours ?? 0)).toBe(14 * 86_400_000);

  await choose(page, "Zdarzenie", /Zakup produktu/);
  await expect(sentence(page)).toContainText("2 tygodnie później");
  await page.getByLabel("Liczba").fill("0");
  await publish(page);
  await expect(
    page.getByText("Wpisz co najmniej 1.").or(page.getByText(/co najmniej 1/)),
  ).toBeVisible();
});

test("an edit names who waits, and their runs keep the version they were planned by", async ({
  demo,
  page,
}) => {
  const stamp = Date.now();
  const name = `Po dwóch tygodniach ${stamp}`;
  const email = someone("zaneta");
  // Of its own: whoever buys the course in another test would wait here too.
  const product = await createProduct(page, `Warsztaty ${stamp}`, `workshop-${stamp}`);
  await newAutomation(page, `Warsztaty ${stamp}`);
  await page.getByRole("switch", { name: "W momencie zdarzenia" }).click();
  await page.getByLabel("Liczba").fill("2");
  await choose(page, "Jednostka czasu", "tygodnie");
  await chooseLetter(page, "biuro@example.com");
  await publishAs(page, name);
  await tell(demo, product.address, "product_assigned", {
    ...{ email, name: "Łucja Śliwińska", productId: product.easycartId },
  });
  await expect(async () => {
    await page.reload();
    await expect(page.getByText("1 osoba czeka")).toBeVisible({ timeout: 1_000 });
  }).toPass();

  await page.getByRole("switch", { name: "W momencie zdarzenia" }).click();
  await page.getByRole("button", { name: "Publikuj wersję 2" }).first().click();
  const dialog = page.getByRole("dialog", { name: "Kogo to dotknie" });
  await expect(dialog).toContainText("1 osoba czeka jeszcze według wersji 1");
  await expect(dialog.getByRole("radio", { name: /^Zachowaj/ })).toBeChecked();
  await dialog.getByRole("radio", { name: /^Przenieś/ }).click();
  await expect(dialog).toContainText("Przeniesiemy 1.");
  await expect(dialog).toContainText("1 osoba nie będzie czekać: nowy termin już minął.");
  const exception = dialog.getByRole("radiogroup", { name: "Wyjątek: Łucja Śliwińska" });
  await exception.getByRole("radio", { name: "zachowaj" }).click();
  await expect(dialog).toContainText("Zachowamy 1.");
  await expectAccessibleEverywhere(page);
  await dialog.getByRole("button", { name: "Publikuj wersję 2" }).click();
  await expect(page.getByText("Wersja 2 działa od")).toBeVisible();

  await page.goto(`/activity?status=waiting&customer=${email}`);
  await page.getByRole("listitem").filter({ hasText: name }).getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Czeka. Wykona się");
  await expect(page.getByText("Według wersji 1: 2 tygodnie po zdarzeniu.")).toBeVisible();
});

test("a draft outlives a reload, leaving asks first, and discarding forgets it", async ({
  page,
}) => {
  await newAutomation(page, CLUB);
  await chooseLetter(page, "szkic@example.com");
  await expect(page.getByText(/Szkic zapisano o/)).toBeVisible();
  page.on("dialog", (dialog) => dialog.accept());
  await page.reload();
  await expect(page.getByLabel("Adres e-mail")).toHaveValue("szkic@example.com");
  await expect(page.getByText(/Przywróciliśmy Twój szkic/)).toBeVisible();

  await page.getByRole("link", { name: "Uruchomienia" }).click();
  const dialog = page.getByRole("alertdialog", { name: "Masz nieopublikowane zmiany" });
  await dialog.getByRole("button", { name: "Wróć do edycji" }).click();
  await expect(page).toHaveURL(/automations\/new/);
  await page.getByRole("button", { name: "Odrzuć zmiany" }).click();
  await expect(page.getByText("najpierw wybierz akcję")).toBeVisible();
  await page.getByRole("link", { name: "Uruchomienia" }).click();
  await expect(page).toHaveURL(/\/activity/);
});

test("a duplicate is named before it is published, and may be published all the same", async ({
  page,
}) => {
  const name = `Pierwsza ${Date.now()}`;
  const to = someone("duplikat");
  await newAutomation(page, CLUB);
  await chooseLetter(page, to);
  await publishAs(page, name);
  await newAutomation(page, CLUB);
  await chooseLetter(page, to);
  await expect(page.getByText("możliwy duplikat")).toBeVisible();
  await expect(page.getByRole("link", { name: `„${name}”` })).toBeVisible();
  await publishAs(page, `Druga ${Date.now()}`);
});

test("what is missing is said where it is missing", async ({ page }) => {
  await newAutomation(page, CLUB);
  await publish(page);
  await expect(page.locator("#row-tool").getByRole("alert")).toBeVisible();
  await page.getByRole("radio", { name: "Powiadomienia" }).click();
  await page.getByLabel("Temat").fill("{{nie.ma}}");
  await publish(page);
  const address = page.getByRole("textbox", { name: "Adres e-mail" });
  await expect(address).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByText("Uzupełnij to pole.")).toBeVisible();
  await address.fill("a@example.com");
  await publish(page);
  await expect(page.getByText("Nie ma zmiennej nie.ma.")).toBeVisible();
  await expectAccessibleEverywhere(page);
});

test("switched off it plans nothing; deleted it cancels who waits, after saying so", async ({
  demo,
  page,
}) => {
  const name = `Do usunięcia ${Date.now()}`;
  await newAutomation(page, COURSE);
  await page.getByRole("switch", { name: "W momencie zdarzenia" }).click();
  await chooseLetter(page, "biuro@example.com");
  await publishAs(page, name);
  const [before, after] = [someone("przed"), someone("po")];
  await buy(demo, before);
  await page.goto(`/activity?status=waiting&customer=${before}`);
  await expect(async () => {
    await page.reload();
    await expect(page.getByText(name)).toBeVisible({ timeout: 1_000 });
  }).toPass();

  await page.goto("/automations");
  await page.getByRole("switch", { name: `Automatyzacja ${name} działa` }).click();
  // Other tests buy the course as well, so more than one may wait.
  const leaving = page.getByRole("dialog", { name: "Kogo to dotknie" });
  await expect(leaving.getByRole("radio", { name: /^Zachowaj/ })).toBeChecked();
  await leaving.getByRole("button", { name: "Wyłącz automatyzację" }).click();
  await expect(page.getByText(`Wyłączono „${name}”`)).toBeVisible();
  await buy(demo, after);
  await expect(async () => {
    await page.goto(`/activity?customer=${after}`);
    await expect(page.getByText("Nowi kursanci do newslettera")).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await page.goto(`/activity?status=waiting&customer=${after}`);
  await expect(page.getByText(name)).toHaveCount(0);

  await page.goto("/automations");
  await page.getByRole("button", { name: `Więcej: ${name}` }).click();
  await page.getByRole("menuitem", { name: "Usuń automatyzację" }).click();
  const dialog = page.getByRole("dialog", { name: "Kogo to dotknie" });
  await expect(dialog.getByRole("radio", { name: /^Anuluj/ })).toBeChecked();
  await expect(dialog).toContainText(/Anulujemy\s\d+\./);
  await dialog.getByRole("button", { name: "Usuń automatyzację" }).click();
  await expect(page.getByText(`Usunięto „${name}”`)).toBeVisible();
  await expect(page.getByRole("link", { name, exact: true })).toHaveCount(0);
  await page.goto(`/activity?status=cancelled&customer=${before}`);
  await page.getByRole("listitem").filter({ hasText: name }).getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Anulowano. Automatyzacja została usunięta.",
  );
});
