import { expect, type Page } from "@playwright/test";
import { type SampleEvent, type SampleOverrides, sampleEvent } from "../../lib/easycart/samples";
import { SIGNATURE_HEADER, signBody } from "../../lib/easycart/sign";
import type { Demo } from "../demo";
import { blocked } from "../emulators/seed/people";

export const COURSE = "Kurs fotografii portretowej od podstaw";
export const LONG_PRODUCT =
  "Warsztaty fotografii portretowej dla zupełnie początkujących, edycja jesienna z konsultacjami";
const LONG_PERSON = "Maria Magdalena Brzęczyszczykiewicz-Wolańska";
const LONG_EMAIL = "maria.magdalena.brzeczyszczykiewicz-wolanska@bardzo-dluga-domena.example.com";
export const LONG_ACCOUNT = "GetResponse — stare konto agencji, które prowadziło sklep przed nami";
/** An automation that is younger than the purchases it would have run for. */
export const LATE = "Wiadomość do zespołu";
/** The demo store's; revoking it is what a tool does when a merchant makes a new key. */
const KEY = "pokaz0getresponse0klucz0api";
/** The emulators refuse it, as a tool refuses a key with a typing error. */
const BAD_KEY = "bad-0123456789abcdef";

export async function signIn(page: Page, { email, password }: Demo) {
  await page.goto("/sign-in");
  await page.getByLabel("Adres e-mail").fill(email);
  await page.getByLabel("Hasło", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Zaloguj się" }).click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
}

/** A store that has nothing yet. */
export async function signUp(page: Page) {
  await page.goto("/sign-up");
  await page.getByLabel("Nazwa sklepu").fill("Nowa pracownia");
  await page.getByLabel("Twoje imię i nazwisko").fill("Ola Nowa");
  await page.getByLabel("Adres e-mail").fill("nowa@example.com");
  await page.getByLabel("Hasło", { exact: true }).fill("cztery proste słowa");
  await page.getByRole("button", { name: "Utwórz sklep" }).click();
  await page.waitForURL((url) => url.pathname !== "/sign-up");
}

/** Purchases that go well, one that a tool refuses and some that fail; long names; a red integration. */
export async function fillStore(page: Page, demo: Demo) {
  for (const [email, name] of [
    ["zofia.lis@example.com", "Zofia Lis"],
    [LONG_EMAIL, LONG_PERSON],
    [blocked.email, "Piotr Zablokowany"],
    ["adam@example.com", "Adam Wójcik"],
  ])
    await tell(demo, "product_assigned", { email, name });
  await tell(demo, "product_access_expired", { email: "zofia.lis@example.com", name: "Zofia Lis" });
  await ended(page, LONG_EMAIL);
  await revokeKey(demo);
  await tell(demo, "product_assigned", { email: "ewa@example.com", name: "Ewa Krawczyk" });
  await ended(page, "ewa@example.com");
  await addProduct(page);
  await addIntegration(page);
  await addLateAutomation(page);
}

async function tell(demo: Demo, name: SampleEvent, overrides: SampleOverrides) {
  const body = JSON.stringify(sampleEvent(name, overrides));
  const headers = {
    "content-type": "application/json",
    [SIGNATURE_HEADER]: signBody(body, demo.signingKey),
  };
  const answer = await fetch(demo.easycartUrl, { method: "POST", headers, body });
  if (!answer.ok) throw new Error(`The app refused a sample of ${name}: ${answer.status}`);
}

/** Waits until only the run that waits for its moment is left. */
async function ended(page: Page, email: string) {
  const left = async () => {
    await page.goto(`/activity?customer=${email}`);
    return await page.getByRole("main").getByRole("listitem").count();
  };
  await expect.poll(left, { timeout: 60_000 }).toBeGreaterThanOrEqual(2);
}

async function revokeKey({ toolsUrl }: Demo) {
  const answer = await fetch(`${toolsUrl}/_control/getresponse`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ keys: { revoke: [KEY] } }),
  });
  if (!answer.ok) throw new Error(`The emulator did not revoke the key: ${answer.status}`);
}

async function addProduct(page: Page) {
  await page.goto("/products/new");
  await page.getByLabel("Nazwa").fill(LONG_PRODUCT);
  await page.getByRole("radio", { name: /subskrypcja/ }).click();
  await page.getByRole("button", { name: "Utwórz szkic" }).click();
  await expect(page.getByText("To jest szkic")).toBeVisible();
}

async function addIntegration(page: Page) {
  await page.goto("/integrations?new");
  const sheet = page.getByRole("dialog");
  await sheet.getByRole("radio", { name: "GetResponse", exact: true }).click();
  await sheet.getByLabel("Nazwa", { exact: true }).fill(LONG_ACCOUNT);
  await sheet.getByLabel("Klucz API").fill(BAD_KEY);
  await sheet.getByRole("button", { name: "Publikuj" }).click();
  await expect(sheet.getByText("Zapisane, ale bez połączenia")).toBeVisible();
}

async function addLateAutomation(page: Page) {
  await page.goto("/automations/new");
  await page.getByLabel("Nazwa automatyzacji").fill(LATE);
  await page.getByRole("combobox", { name: "Produkt" }).click();
  await page.getByRole("option", { name: COURSE }).click();
  await page.getByRole("radio", { name: "Powiadomienia", exact: true }).click();
  await page.getByRole("radio", { name: "Utwórz powiadomienie e-mail" }).click();
  await page.getByLabel("Adres e-mail").fill("zespol@example.com");
  await page.getByRole("button", { name: "Publikuj", exact: true }).click();
  await page.waitForURL(/\/automations\/aut_/);
}

/** The address of an invitation that is sent; it is told only here. */
export async function invitationFor(page: Page, email: string): Promise<string> {
  await page.goto("/settings/people");
  await page.getByLabel("Adres e-mail").fill(email);
  await page.getByRole("button", { name: "Wyślij zaproszenie" }).click();
  const url = await page.getByLabel("Odnośnik z zaproszeniem").textContent();
  return new URL(url ?? "").pathname;
}
