import type { Page } from "@playwright/test";
import { expect } from "./fixtures";

export type Product = { id: string; easycartId: string; address: string };

/** A saved product, and the address at which EasyCart tells of it. */
export async function createProduct(page: Page, name: string, easycartId: string) {
  await page.goto("/products/new");
  await page.getByLabel("Nazwa", { exact: true }).fill(name);
  await page.getByRole("button", { name: "Utwórz szkic" }).click();
  await page.getByLabel("Identyfikator produktu w EasyCart").fill(easycartId);
  await page.getByRole("button", { name: "Zapisz produkt" }).click();
  await expect(page.getByText("Zapisaliśmy produkt.")).toBeVisible();
  const id = new URL(page.url()).pathname.split("/").at(-1) ?? "";
  await page.goto(`/products/${id}/easycart`);
  const address = await page.getByLabel("Adres webhooka produktu").textContent();
  return { id, easycartId, address: address ?? "" } satisfies Product;
}

/** Fills in the sheet beside the list and publishes; it stays open where it shows a secret. */
export async function createIntegration(
  page: Page,
  { tool, name, credentials }: { tool: string; name: string; credentials: Record<string, string> },
) {
  await page.goto("/integrations");
  await page.getByRole("link", { name: "Utwórz integrację" }).first().click();
  const sheet = page.getByRole("dialog", { name: "Utwórz integrację" });
  await sheet.getByRole("radio", { name: tool, exact: true }).check();
  await sheet.getByLabel("Nazwa", { exact: true }).fill(name);
  for (const [label, value] of Object.entries(credentials))
    await sheet.getByLabel(label, { exact: true }).fill(value);
  await sheet.getByRole("button", { name: "Publikuj" }).click();
  return sheet;
}

export const integrationRow = (page: Page, name: string) =>
  page.getByRole("listitem").filter({ has: page.getByText(name, { exact: true }) });

type Chosen = {
  product: Product;
  trigger: string;
  tool: string;
  integration?: string;
  action: string;
};

/** A new automation up to its action; what the action asks for is still open. */
export async function beginAutomation(page: Page, name: string, chosen: Chosen) {
  await page.goto(`/automations/new?product=${chosen.product.id}`);
  await page.getByLabel("Nazwa automatyzacji").fill(name);
  await page.getByRole("combobox", { name: "Zdarzenie" }).click();
  await page.getByRole("option", { name: chosen.trigger }).click();
  await page.getByRole("radio", { name: chosen.tool, exact: true }).check();
  if (chosen.integration) await page.getByRole("radio", { name: chosen.integration }).check();
  await page.getByRole("radio", { name: chosen.action }).check();
}

/** Finds one of many by typing, whatever the case of its letters. */
export async function searchFor(page: Page, field: string, choice: string) {
  await page.getByRole("combobox", { name: field, exact: true }).click();
  const popup = page.getByRole("dialog", { name: "Szukaj na liście" });
  await popup.getByRole("combobox").fill(choice.toLowerCase());
  await popup.getByRole("option", { name: choice }).click();
}

export async function publishAutomation(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Publikuj", exact: true }).click();
  await page.waitForURL(/\/automations\/aut_/);
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}

/** Opens the page of an automation's only run for a customer, once the list shows it. */
export async function openRun(page: Page, automationId: string, email: string) {
  const query = new URLSearchParams({ automation: automationId, customer: email });
  await page.goto(`/activity?${query}`);
  const run = page.getByRole("list", { name: "Uruchomienia" }).getByRole("link");
  await run.click({ timeout: 30_000 });
}

export const verdict = (page: Page) => page.getByRole("heading", { level: 1 });
