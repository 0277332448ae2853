import type { Page } from "@playwright/test";
import { expectAccessibleEverywhere } from "./accessible";
import { expect, test } from "./fixtures";

const GOOD_KEY = "0123456789abcdef0123456789abcdef";
/** The emulators refuse it, as a tool refuses a key with a typing error. */
const BAD_KEY = "bad-0123456789abcdef";

const rowOf = (page: Page, name: string) => page.getByRole("listitem").filter({ hasText: name });
const sheet = (page: Page) => page.getByRole("dialog");

async function begin(page: Page, tool: string, name: string) {
  await page.goto("/integrations?new");
  await sheet(page).getByRole("radio", { name: tool, exact: true }).click();
  await sheet(page).getByLabel("Nazwa", { exact: true }).fill(name);
}

const publish = (page: Page) => sheet(page).getByRole("button", { name: "Publikuj" }).click();

async function choose(page: Page, name: string, item: string) {
  await page.getByRole("button", { name: `Więcej: ${name}` }).click();
  await page.getByRole("menuitem", { name: item }).click();
}

test("a refused key is saved red with its reason, and mending it turns the row green", async ({
  page,
}) => {
  const name = `Konto ${Date.now()}`;
  await begin(page, "GetResponse", name);
  await sheet(page).getByLabel("Klucz API").fill(BAD_KEY);
  await publish(page);
  await expect(sheet(page).getByText("Zapisane, ale bez połączenia")).toBeVisible();
  await sheet(page).getByRole("button", { name: "Zamknij" }).last().click();
  await expect(rowOf(page, name)).toContainText("brak połączenia");
  await expect(rowOf(page, name)).toContainText(/Sprawdzono dziś o/);

  await rowOf(page, name).getByRole("link", { name: "Popraw dane" }).click();
  const key = sheet(page).getByLabel("Klucz API");
  await expect(key).toHaveValue("");
  await expect(key).toHaveAttribute("placeholder", /^•+cdef$/);
  await key.fill(GOOD_KEY);
  await publish(page);
  await expect(sheet(page)).toBeHidden();
  await expect(rowOf(page, name)).toContainText("połączone");

  await rowOf(page, name).getByRole("link", { name: "Edytuj" }).click();
  await sheet(page).getByLabel("Nazwa", { exact: true }).fill(`${name} bis`);
  await publish(page);
  await expect(rowOf(page, `${name} bis`)).toContainText("połączone");
});

test("tools are found by typing, internal apart from external, and one needs no integration", async ({
  page,
}) => {
  await page.goto("/integrations?new");
  const tools = sheet(page).getByRole("radio");
  await expect(sheet(page).getByText("Zewnętrzne")).toBeVisible();
  await expect(sheet(page).getByText("Wewnętrzne")).toBeVisible();
  await sheet(page).getByRole("searchbox", { name: "Szukaj narzędzia" }).fill("webh");
  await expect(tools).toHaveCount(1);
  await sheet(page).getByRole("searchbox", { name: "Szukaj narzędzia" }).fill("");
  await sheet(page).getByRole("radio", { name: "Powiadomienia" }).click();
  await expect(sheet(page).getByText("Powiadomienia: gotowe")).toBeVisible();
});

test("two integrations can't have one name, and what was typed stays", async ({ page }) => {
  const name = `Dwa razy ${Date.now()}`;
  for (const last of [false, true]) {
    await begin(page, "GetResponse", last ? name.toUpperCase() : name);
    await sheet(page).getByLabel("Klucz API").fill(GOOD_KEY);
    await publish(page);
    if (!last) await expect(sheet(page)).toBeHidden();
  }
  await expect(
    sheet(page)
      .getByText(/Masz już integrację/)
      .first(),
  ).toBeVisible();
  await expect(sheet(page).getByLabel("Klucz API")).toHaveValue(GOOD_KEY);
});

test("a webhook's signing secret is shown once, rotated, and the integration deleted", async ({
  page,
}) => {
  const name = `Make ${Date.now()}`;
  await begin(page, "Webhook", name);
  await sheet(page).getByLabel("Adres URL webhooka").fill("https://hook.eu2.make.com/probny");
  await publish(page);
  const secret = page.getByRole("status", { name: "Klucz podpisu" });
  await expect(secret).toHaveText(/^whsec_/);
  const first = await secret.textContent();
  await expectAccessibleEverywhere(page);
  await sheet(page).getByRole("button", { name: "Zamknij" }).last().click();
  await expect(page.getByText(first ?? "")).toHaveCount(0);

  await choose(page, name, "Wymień klucz podpisu");
  await page.getByRole("alertdialog").getByRole("button", { name: "Wymień klucz podpisu" }).click();
  await expect(secret).toHaveText(/^whsec_/);
  expect(await secret.textContent()).not.toBe(first);
  await page.getByRole("button", { name: "Mam klucz, zamknij" }).last().click();

  await choose(page, name, "Usuń integrację");
  const question = page.getByRole("alertdialog");
  await question.getByRole("button", { name: "Usuń integrację" }).click();
  await expect(rowOf(page, name)).toHaveCount(0);
});

test("one that automations use can't be deleted, and they are named", async ({ page }) => {
  await page.goto("/integrations");
  await choose(page, "Newsletter szkoły", "Usuń integrację");
  const question = page.getByRole("alertdialog");
  await question.getByRole("button", { name: "Usuń integrację" }).click();
  await expect(question.getByText(/Tej integracji używa/)).toBeVisible();
  await expectAccessibleEverywhere(page);
  await question.getByRole("button", { name: "Zostaw" }).click();
  await expect(rowOf(page, "Newsletter szkoły").first()).toBeVisible();
});

test("a missing tool can be asked for, and the request is shown as recorded", async ({ page }) => {
  const tool = `Discord ${Date.now()}`;
  await page.goto("/integrations");
  await page.getByLabel("Narzędzie", { exact: true }).fill(tool);
  await page.getByLabel("Co ma się dziać").fill("Po zakupie klient dostaje rolę na serwerze.");
  await page.getByRole("button", { name: "Wyślij prośbę" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: tool })).toContainText("Zapisano dziś");
  await expect(page.getByLabel("Narzędzie", { exact: true })).toHaveValue("");
});

test.describe("an integration that the store doesn't have", () => {
  test.use({ expectedConsoleErrors: [/404/] });

  test("is not found", async ({ page }) => {
    await page.goto("/integrations/int_00000000000000000000000000");
    await expect(page.getByRole("heading", { name: "Nie ma takiej strony" })).toBeVisible();
  });
});
